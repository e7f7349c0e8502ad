import { buttons, type Message, message, type Suggestion, text } from "./message.ts";
import { bold, md } from "./text.ts";

/** How a field is filled in: `account` and `channel` use the platform's own pickers where it has them. */
export type FieldKind = "line" | "paragraph" | "choice" | "account" | "channel";

/** One of what is suggested, or several with commas between them. Words that are not offered may be typed as well. */
export type Picking = "one" | "several";

export interface Field {
  readonly option: string;
  /** At most 45 characters (Discord's label). */
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** An example or a rule, at most 100 characters (Discord's placeholder and description). */
  readonly hint?: string;
  /** What was typed before: it comes back, good or bad. For `account` and `channel` the platform's id or mention of it. */
  readonly value?: string;
  /** Why the value was not taken, a sentence in the asker's language. */
  readonly problem?: string;
  /** For `choice`: at most 25. */
  readonly from?: readonly Suggestion[];
  /** Suggestions are all there is to name, one or several: a platform may show a list that is filled while typing. */
  readonly pick?: Picking;
  /** For `pick`: how people call what `value` means. */
  readonly shown?: string;
}

/**
 * What the bot asks for when options are missing or wrong: one to five fields. Sent in, it is a call with the same
 * `press` and a value for each field, "" for an empty one. A press of the same string without any of its fields (a
 * button *Open the form*) shows the form again.
 */
export interface Form {
  readonly kind: "form";
  /** At most 24 characters (Slack's modal title). */
  readonly title: string;
  readonly press: string;
  readonly fields: readonly Field[];
  /** Words of the platform-drawn parts, in the asker's language, 24 characters at most. */
  readonly labels: { readonly submit: string; readonly cancel: string; readonly open: string };
  /** Said above the fields, or in the message that stands in for the form. */
  readonly intro?: string;
}

/** A form that may not be shown now (deferred, answer to a form, expired trigger) is a message with one button. */
export const toFormMessage = (form: Form): Message =>
  message(
    text(
      bold(form.title),
      form.intro,
      ...form.fields.flatMap((field) =>
        field.problem === undefined ? [] : [md`${bold(field.label)}: ${field.problem}`],
      ),
    ),
    buttons({ label: form.labels.open, press: form.press, style: "primary" }),
  );
