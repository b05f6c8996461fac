import { AuthorName } from "#components/documents/author-name";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Status, type Tone } from "#components/ui/status";
import { documentUrl } from "#lib/documents/addresses";
import type { SuggestionItem } from "#lib/documents/suggestions/suggestion-queries";

type SuggestionsProps = { suggestions: readonly SuggestionItem[]; timeZone: string };

/** Edits that people outside the team suggested and that wait for a member's answer. */
export function WaitingSuggestions({ suggestions, timeZone }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <Section title="Suggested edits that wait for you" note={suggestions.length}>
      <ul className="rows border-b">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
            <p className="min-w-0">
              <AuthorName author={suggestion.author} />{" "}
              <Instant at={suggestion.at} timeZone={timeZone} style="day" className="text-ink-faint text-small" />
              {suggestion.summary && <span className="block text-ink-soft">{suggestion.summary}</span>}
            </p>
            <Link href={suggestionUrl(suggestion)} className="text-small touch:py-2.5">
              Look at it<span className="sr-only">: what {suggestion.author.name} suggests</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the reader suggested for this document, and what became of it. */
export function OwnSuggestions({ suggestions, timeZone }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <Section title="What you suggested">
      <ul className="rows border-b">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="py-2">
            <Link href={suggestionUrl(suggestion)}>{suggestion.summary ?? "An edit"}</Link>
            <span className="block">
              <Outcome suggestion={suggestion} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const outcomes = {
  accepted: { tone: "ok", words: "taken" },
  declined: { tone: "warn", words: "declined" },
  withdrawn: { tone: "soft", words: "withdrawn" },
} as const satisfies Record<string, { tone: Tone; words: string }>;

/** What became of a suggestion, in words. */
export function Outcome({ suggestion, timeZone }: { suggestion: SuggestionItem; timeZone: string }) {
  const { verdict, decidedAt, at } = suggestion;
  if (!verdict)
    return (
      <Status>
        waits since <Instant at={at} timeZone={timeZone} style="day" />
      </Status>
    );
  const { tone, words } = outcomes[verdict];
  return (
    <Status tone={tone}>
      {words} {decidedAt && <Instant at={decidedAt} timeZone={timeZone} style="day" />}
    </Status>
  );
}

export const suggestionUrl = ({ document, id }: Pick<SuggestionItem, "document" | "id">) =>
  `${documentUrl(document)}/suggestions/${id}`;
