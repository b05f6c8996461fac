"use client";

import { useDeferredValue } from "react";
import { MatchedLines } from "#components/signatures/matched-lines";
import { PhraseView } from "#components/signatures/pattern-view";
import { matchPhrase, readPattern } from "#lib/signatures/pattern";
import { readText } from "#lib/signatures/text";

/** Says while somebody writes whether a pattern matches the error, and where; or which phrase is not in it. */
export function PatternCheck({ pattern, text }: { pattern: string; text: string }) {
  const [asked, sample] = [useDeferredValue(pattern), useDeferredValue(text)];
  const { phrases, problems } = readPattern(asked);
  if (asked.trim() === "") return null;
  if (problems.length > 0)
    return (
      <p role="status" className="text-small text-warn">
        {problems.join(" ")}
      </p>
    );
  if (sample.trim() === "") {
    return (
      <p role="status" className="text-ink-faint text-small">
        Paste an error above to see whether this matches it.
      </p>
    );
  }
  const readable = readText(sample);
  const found = phrases.map((phrase) => ({ phrase, ranges: matchPhrase(phrase, readable) }));
  const missing = found.filter(({ ranges }) => ranges.length === 0);
  return (
    <div className="grid gap-1.5">
      <p role="status" className="text-small">
        {missing.length === 0 ? (
          <span className="text-starboard">It matches the error above.</span>
        ) : (
          <span className="text-warn">
            It does not match the error above:{" "}
            {missing.length === 1 ? "this phrase is not in it." : `${missing.length} of its phrases are not in it.`}
          </span>
        )}
      </p>
      {missing.length === 0 ? (
        <MatchedLines text={sample} ranges={found.flatMap(({ ranges }) => ranges)} />
      ) : (
        <ul className="grid gap-1 border-l-2 pl-3 font-mono text-small">
          {missing.map(({ phrase }) => (
            <li key={phrase.text} className="wrap-anywhere">
              <PhraseView phrase={phrase.text} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
