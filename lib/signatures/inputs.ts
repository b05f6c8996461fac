import { z } from "zod";
import { isStorable, Slug } from "#lib/fields";
import { mostLabels, readLabels } from "#lib/signatures/labels";
import { readPattern, tidyPattern } from "#lib/signatures/pattern";

/** The inputs of signatures. Their messages are what a person reads beside the field. */

const noText = "Leave out characters that are no text.";

const text = (max: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .max(max, `Use at most ${max.toLocaleString("en")} characters.`)
    .refine(isStorable, noText);

/** Phrases, one a line, `*` for any run of characters within a line; the output is tidy. */
export const PatternText = z
  .string("Write at least one phrase of the error.")
  .refine(isStorable, { message: noText, abort: true })
  .transform((pattern, context) => {
    const { phrases, problems } = readPattern(pattern);
    for (const message of problems) context.issues.push({ code: "custom", message, input: pattern });
    return tidyPattern(phrases);
  });

const LabelName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.:/-]{0,99}$/u, "Name a label as its system does: letters, digits, _, . and -.");

export const LabelMap = z
  .record(
    LabelName,
    z.string("Give the label a value.").max(500, "Use at most 500 characters.").refine(isStorable, noText),
  )
  .refine((labels) => Object.keys(labels).length <= mostLabels, `Name at most ${mostLabels} labels.`);

/** `name=value`, one a line, as a form has it. */
export const LabelLines = z
  .string()
  .transform((lines, context) => {
    const { labels, wrong } = readLabels(lines);
    if (wrong.length > 0)
      context.issues.push({
        code: "custom",
        message: `Write name=value, one a line: “${wrong[0]}” has no =.`,
        input: lines,
      });
    return labels;
  })
  .pipe(LabelMap);

/** A runbook of the same service, with the step or section it begins at: `redis-down#mitigation-2`. Empty means none. */
export const RunbookStep = z.union(
  [
    z.literal("").transform(() => null),
    z
      .string()
      .trim()
      .regex(
        /^[a-z0-9]+([.-][a-z0-9]+)*(#[\p{L}\p{M}\p{N}_-]{1,200})?$/u,
        "Name a runbook of this service by its address, with # and the step where one is meant: redis-down#mitigation-2.",
      ),
    z.null(),
  ],
  "Name a runbook of this service by its address, with # and the step where one is meant: redis-down#mitigation-2.",
);

const facts = {
  pattern: PatternText,
  labels: LabelMap,
  meaning: text(300, "Say what it means.")
    .min(1, "Say what it means.")
    .regex(/^[^\p{Cc}]*$/u, "Say it in one line."),
  cause: text(4_000, "Say what causes it."),
  confirm: text(4_000, "Say how to confirm it."),
  firstStep: text(4_000, "Say what to do first.").min(1, "Say what to do first."),
  runbook: RunbookStep,
};

/** `new` is the address of the form in which a signature is written. */
export const SignatureSlug = Slug.refine((slug) => slug !== "new", "“new” is the address of the form: choose another.");

export const OneSignature = z.object({ service: Slug, signature: Slug });
export type OneSignature = z.output<typeof OneSignature>;

/** The body of `PUT /services/{slug}/signatures/{slug}`. */
export const PutSignatureInput = z.object({
  ...facts,
  labels: facts.labels.optional(),
  runbook: facts.runbook.optional(),
});
export type PutSignatureInput = z.output<typeof PutSignatureInput>;

/** Its address is made of the meaning when left out. */
export const WriteSignatureInput = PutSignatureInput.extend({ service: Slug, slug: SignatureSlug.optional() });
export type WriteSignatureInput = z.output<typeof WriteSignatureInput>;

/** A field left out keeps its value. */
export const EditSignatureInput = PutSignatureInput.partial().extend(OneSignature.shape);
export type EditSignatureInput = z.output<typeof EditSignatureInput>;

// A form carries its labels as lines, and nothing for no cause.
const lines = { labels: LabelLines.optional() };
export const WriteSignatureForm = WriteSignatureInput.omit({ slug: true }).extend(lines);
export const EditSignatureForm = EditSignatureInput.extend(lines);
