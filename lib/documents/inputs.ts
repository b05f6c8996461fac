import { z } from "zod";
import { isStorable, OptionalText, Slug } from "#lib/fields";

/** The inputs of documents. Their messages are what a person reads beside the field. */

/** What the database keeps of one text: 512 KiB of UTF-8. */
export const largestBodyBytes = 512 * 1024;

export const DocumentKind = z.enum(["runbook", "note"], "Use runbook or note.");

const noText = "Leave out characters that are no text.";

/** Markdown as it was written: nothing is cut off its ends, and its line ends are kept. */
export const Body = z
  .string("Write the text.")
  .refine((text) => new TextEncoder().encode(text).length <= largestBodyBytes, {
    message: "This is longer than the 512 KiB that one document holds. Split it, or add the large part as a file.",
    abort: true,
  })
  .refine(isStorable, noText);

export const Title = z
  .string("Give it a title.")
  .trim()
  .min(1, "Give it a title.")
  .max(200, "Use at most 200 characters.")
  .refine(isStorable, noText)
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

const AlertName = z
  .string()
  .trim()
  .min(1, "Name the alert.")
  .max(200, "Use at most 200 characters for one alert name.")
  .refine(isStorable, noText)
  .regex(/^[^\p{Cc}]*$/u, "Leave out control characters.");

export const AlertNames = z
  .array(AlertName)
  .max(50, "Name at most 50 alerts.")
  .refine((names) => new Set(names).size === names.length, "Name each alert once.");

/** One alert name a line, as a form has it. */
export const AlertLines = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .split(/[\n,]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(AlertNames);

export const Summary = OptionalText(500);
export const Revision = z.coerce.number("Name a revision.").int("Name a revision.").min(1, "Name a revision.");
export const ReviewIntervalDays = z.coerce
  .number("Use a number of days from 1 to 730.")
  .int("Use a whole number of days.")
  .min(1, "Use a number of days from 1 to 730.")
  .max(730, "Use a number of days from 1 to 730.");

/** `new` is the address of the form in which a document is written. */
export const DocumentSlug = Slug.refine((slug) => slug !== "new", "“new” is the address of the form: choose another.");

/** Which document: former addresses of the service and of the document count too. */
export const OneDocument = z.object({ service: Slug, kind: DocumentKind, slug: Slug });
export type OneDocument = z.output<typeof OneDocument>;

export const WriteDocumentInput = z.object({
  service: Slug,
  kind: DocumentKind,
  /** Made from the title when left out. */
  slug: z.union([z.literal("").transform(() => undefined), DocumentSlug]).optional(),
  title: Title,
  body: Body,
  alertNames: AlertNames.optional(),
  summary: Summary.optional(),
  reviewIntervalDays: ReviewIntervalDays.optional(),
});
export type WriteDocumentInput = z.output<typeof WriteDocumentInput>;

/** A field left out keeps its value. Without `baseRevision` it is the present one that is replaced. */
export const SaveDocumentInput = OneDocument.extend({
  title: Title.optional(),
  body: Body.optional(),
  alertNames: AlertNames.optional(),
  summary: Summary.optional(),
  baseRevision: Revision.optional(),
  reviewIntervalDays: ReviewIntervalDays.optional(),
});
export type SaveDocumentInput = z.output<typeof SaveDocumentInput>;

export const BringBackInput = OneDocument.extend({ revision: Revision });
export type BringBackInput = z.output<typeof BringBackInput>;

export const MoveDocumentInput = OneDocument.extend({ title: Title, toSlug: DocumentSlug });
export type MoveDocumentInput = z.output<typeof MoveDocumentInput>;

/** A browser sends every line end of a form as CRLF, whatever was typed: they say nothing. */
export const FormBody = z
  .string("Write the text.")
  .transform((text) => text.replaceAll("\r\n", "\n"))
  .pipe(Body);

// A form carries one alert name a line.
const formFields = { body: FormBody, alertNames: AlertLines.optional() };
export const WriteDocumentForm = WriteDocumentInput.extend(formFields);
export const SaveDocumentForm = SaveDocumentInput.extend(formFields).required({ title: true, baseRevision: true });

/** The body of `PUT /services/{slug}/runbooks/{slug}`. */
export const PutDocumentInput = SaveDocumentInput.omit({ service: true, kind: true, slug: true }).extend({
  title: Title,
  body: Body,
});
export type PutDocumentInput = z.output<typeof PutDocumentInput>;
