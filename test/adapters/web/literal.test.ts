import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderForm } from "../../../src/adapters/web/form.ts";
import { clean, renderMessage } from "../../../src/adapters/web/render.ts";
import { pageWords } from "../../../src/adapters/web/words.ts";
import type { Form } from "../../../src/core/bot/form.ts";
import { buttons, type Message, message, note, text } from "../../../src/core/bot/message.ts";
import { bold, link, md } from "../../../src/core/bot/text.ts";
import { packagesFor } from "../../support/web/chromium.ts";
import { all, readHtml, textOf } from "../../support/web/html.ts";
import { useChromium } from "../../support/web/use-chromium.ts";

const words = pageWords("en");
const drawing = { words, nameOf: (user: string) => (user === "nobody" ? undefined : user) };
const around = { key: "k", words, language: "en", personas: [], spaces: [], channels: [] } as const;

/** Whatever a person can type, with much of what HTML means something by. */
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "</b>",
        "<script>",
        "<img src=x onerror=alert(1)>",
        "&lt;",
        "&#0;",
        "<!--",
        "-->",
        "]]>",
        "`",
        "=",
        "\n",
        "\r\n",
        "\u0000",
        "\u202e",
        "@everyone",
        "</textarea>",
        "</option>",
        " ",
        "x",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

/** A message and a form with this string wherever a string can stand. */
const said = (given: string): Message =>
  message(
    text(given, bold(md`${given} in bold ${bold(given)}`)),
    note(link(given, "https://rostrum.example/a")),
    text(link("address", given), { node: "time", at: 1_796_457_600, style: "full", written: given }),
    text({ node: "mention", kind: "group", id: given, written: given }),
    text("for ", { node: "mention", kind: "user", id: `u${given}`, written: given }),
    buttons({ label: given, press: given }),
    { block: "choice", choice: { label: given, option: given, press: given, from: [{ label: given, value: given }] } },
  );
const asked = (given: string): Form => ({
  kind: "form",
  title: given,
  press: given,
  intro: given,
  labels: { submit: given, cancel: given, open: given },
  fields: (["line", "paragraph", "choice", "account", "channel"] as const).map((kind) => ({
    option: given,
    label: given,
    kind,
    required: true,
    hint: given,
    value: given,
    problem: given,
    from: [{ label: given, value: given }],
  })),
});
const draw = (given: string): string => renderMessage(said(given), drawing) + renderForm(asked(given), around);

/** Tags and names of attributes in order: what a string must never change. <br> and <a> depend on it openly. */
const shape = (html: string): readonly string[] =>
  all(readHtml(html), ({ tag }) => tag !== "br" && tag !== "a" && tag !== "option").map(
    ({ tag, attributes }) => `${tag} ${Object.keys(attributes).join(" ")}`,
  );

describe("whatever a person wrote stays exactly that", () => {
  test("no string makes an element or an attribute", () => {
    const hosts = (html: string): string => html.replaceAll(/ <span class="host">[^<]*<\/span>/gu, "");
    const usual = shape(hosts(draw("usual")));
    fc.assert(
      fc.property(anything, (given) => {
        expect(shape(hosts(draw(given)))).toEqual(usual);
      }),
      { numRuns: 300 },
    );
  });

  test("every string is read as it was written, but for what nobody can see", () => {
    fc.assert(
      fc.property(anything, (given) => {
        const root = readHtml(draw(given));
        const [first] = all(root, ({ tag }) => tag === "p");
        const seen = clean(given);
        expect(first && textOf(first)).toBe(given === "" ? " in bold " : `${seen}\n${seen} in bold ${seen}`);
        expect(all(root, ({ tag }) => tag === "textarea").map(textOf)).toEqual([`\n${given}`]);
      }),
      { numRuns: 300 },
    );
  });

  test("bidi controls, NUL and lone surrogates are not shown, line breaks are", () => {
    expect(clean("a\u202eb\u2066c\u200fd\u061ce\u0000f\u001b[31mg\ud800h\r\ni\rj")).toBe("abcdef[31mg\ufffdh\ni\nj");
    expect(clean("👩‍👩‍👧 e\u0301 ไทย 刘静")).toBe("👩‍👩‍👧 e\u0301 ไทย 刘静");
  });
});

describe("links", () => {
  const draws = (label: string, url: string): string => renderMessage(message(text(link(label, url))), drawing);

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "slack://open",
    "//evil.example",
    "https://zoom.us@evil.example",
    "https://user:word@evil.example/",
    "java\tscript:alert(1)",
    "not an address",
    "",
  ])("%s is no link", (url) => {
    expect(draws("zoom.us", url)).not.toContain("<a");
  });

  test("the real host stands beside the label, in ASCII", () => {
    expect(draws("https://zoom.us/j/1", "https://evil.example/")).toBe(
      '<p><a href="https://evil.example/" rel="noreferrer" target="_blank">https://zoom.us/j/1</a> <span class="host">(evil.example)</span></p>',
    );
    expect(draws("Zoom", "https://zооm.us/")).toContain("(xn--zm-fmca.us)");
    expect(draws("https://zооm.us/", "https://zооm.us/")).toContain(">https://xn--zm-fmca.us/</a></p>");
  });
});

test("a moment is shown as written, with the instant for the page's script", () => {
  const time = (at: number) =>
    renderMessage(message(text({ node: "time", at, style: "full", written: "Sat 5 Dec 2026, 17:00 Tokyo" })), drawing);
  expect(time(1_796_457_600)).toBe(
    '<p><time datetime="2026-12-05T08:00:00.000Z" data-style="full">Sat 5 Dec 2026, 17:00 Tokyo</time></p>',
  );
  expect(time(Number.NaN)).toBe("<p>Sat 5 Dec 2026, 17:00 Tokyo</p>");
});

test("an account is called by its name here, and one that is not here as written", () => {
  const draws = (id: string) =>
    renderMessage(message(text({ node: "mention", kind: "user", id, written: "Dr. A" })), drawing);
  expect(draws("liu")).toBe('<p><span class="mention">@liu</span></p>');
  expect(draws("nobody")).toBe("<p>Dr. A</p>");
});

test("a browser that cannot start says which packages the machine lacks", () => {
  const ldd =
    "\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibnssutil3.so => not found\n\tlibexpat.so.1 => not found\n\tlibodd.so => not found\n";
  expect(packagesFor(ldd)).toEqual(["libnss3", "libexpat1", "libodd.so"]);
});

describe("in a real browser", () => {
  const browser = useChromium();

  test("the same holds for Chromium's own reading of it", async () => {
    const page = await browser().newPage();
    const samples = fc.sample(anything, 300).filter((given) => clean(given).trim() !== "");
    const drawn = samples.map((given) => ({
      html: draw(given),
      message: renderMessage(message(text(given)), drawing),
      seen: clean(given),
    }));
    const found = await page.evaluate(
      (all) =>
        all.map(({ html, message }) => {
          const read = (piece: string): HTMLElement => {
            const template = document.createElement("template");
            template.innerHTML = piece;
            const body = document.createElement("div");
            body.append(template.content);
            return body;
          };
          const whole = read(html);
          for (const odd of whole.querySelectorAll("br, a, option, .host")) odd.replaceWith(...odd.childNodes);
          const shape = [...whole.querySelectorAll("*")].map(
            (one) => `${one.tagName} ${one.getAttributeNames().join(" ")}`,
          );
          const one = read(message);
          for (const br of one.querySelectorAll("br")) br.replaceWith("\n");
          const values = [...read(html).querySelectorAll("[data-press]")].map((part) =>
            part.getAttribute("data-press"),
          );
          return { shape: shape.join("\n"), text: one.textContent, values };
        }),
      drawn,
    );
    expect(new Set(found.map(({ shape }) => shape)).size).toBe(1);
    expect(found.map((one) => one.text)).toEqual(drawn.map(({ seen }) => seen));
    await page.close();
  });
});
