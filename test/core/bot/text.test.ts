import { describe, expect, it } from "vitest";
import { bold, join, lines, link, md, toPlain } from "../../../src/core/bot/text.ts";

describe("a text", () => {
  it("is the words and the values, each as literal as the other", () => {
    const title = "*<b>@everyone";
    expect(md`${bold(title)} starts in ${2} days${""}.`).toEqual([
      { node: "bold", text: [title] },
      " starts in ",
      "2",
      " days",
      "",
      ".",
    ]);
    expect(md`${["a", bold("b")]}`).toEqual(["a", { node: "bold", text: ["b"] }]);
    expect(md``).toEqual([]);
    expect(md`${0}`).toEqual(["0"]);
  });

  it("is joined of what is there", () => {
    expect(join(["a", undefined, "", [], ["b", "c"]], ", ")).toEqual(["a", ", ", "b", "c"]);
    expect(join([undefined, "", "a"], ", ")).toEqual(["a"]);
    expect(join([], ", ")).toEqual([]);
    expect(lines("a", undefined, bold("b"))).toEqual(["a", "\n", { node: "bold", text: ["b"] }]);
  });

  it("reads without markup as the same words", () => {
    const at = { node: "time", at: 0, style: "full", written: "1 Jan 1970" } as const;
    const who = { node: "mention", kind: "user", id: "1", written: "Mei" } as const;
    expect(toPlain(["a ", bold(["b", bold("c")]), " ", link("d", "https://e.org"), " ", at, " ", who])).toBe(
      "a bc d (https://e.org) 1 Jan 1970 Mei",
    );
  });
});
