import { z } from "zod";
import { Body, FormBody, OneDocument, Revision, Summary, Title } from "#lib/documents/inputs";
import { OptionalText } from "#lib/fields";

export const MakeSuggestionInput = OneDocument.extend({
  baseRevision: Revision,
  title: Title,
  body: Body,
  summary: Summary.optional(),
});
export type MakeSuggestionInput = z.output<typeof MakeSuggestionInput>;

export const MakeSuggestionForm = MakeSuggestionInput.extend({ body: FormBody });

export const OneSuggestion = z.object({ suggestion: z.uuid("There is no such suggestion.") });
export type OneSuggestion = z.output<typeof OneSuggestion>;

/** With `title` and `body` a member says what the suggestion comes to, based on the revision before them. */
export const AcceptSuggestionInput = OneSuggestion.extend({
  title: Title.optional(),
  body: Body.optional(),
  baseRevision: Revision.optional(),
  answer: OptionalText(1_000).optional(),
});
export type AcceptSuggestionInput = z.output<typeof AcceptSuggestionInput>;

export const AcceptSuggestionForm = AcceptSuggestionInput.extend({ body: FormBody.optional() });

export const DeclineSuggestionInput = OneSuggestion.extend({ answer: OptionalText(1_000).optional() });
export type DeclineSuggestionInput = z.output<typeof DeclineSuggestionInput>;
