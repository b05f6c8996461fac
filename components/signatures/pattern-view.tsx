import { Fragment } from "react";

/** A pattern as it is read: one phrase a line, each `*` set apart from the words that have to be there. */
export function PatternView({ pattern }: { pattern: string }) {
  return (
    <ul aria-label="Pattern" className="grid gap-1 rounded-control bg-well px-3.5 py-2.5 font-mono text-small">
      {pattern.split("\n").map((phrase) => (
        <li key={phrase} className="wrap-anywhere">
          <PhraseView phrase={phrase} />
        </li>
      ))}
    </ul>
  );
}

/** One phrase of a pattern. */
export function PhraseView({ phrase }: { phrase: string }) {
  return phrase.split("*").map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a phrase have no other name than their place.
    <Fragment key={index}>
      {index > 0 && (
        <span title="any characters" className="mx-px rounded-small bg-accent-wash px-1 text-accent-strong">
          *
        </span>
      )}
      {part}
    </Fragment>
  ));
}
