import { Fragment } from "react";
import { Clock, type Reading } from "#components/briefing/clock";
import type { Phrase } from "#lib/event-words";

/** A sentence of the timeline, with its links and moments. */
export function Words({ phrases, ...reading }: Reading & { phrases: readonly Phrase[] }) {
  return phrases.map((phrase, index) => {
    const key = `${index}`;
    if (typeof phrase === "string") return <Fragment key={key}>{phrase}</Fragment>;
    if ("at" in phrase) return <Clock key={key} at={phrase.at} {...reading} />;
    return (
      <a key={key} href={phrase.href}>
        {phrase.text}
      </a>
    );
  });
}
