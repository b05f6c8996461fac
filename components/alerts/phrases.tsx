import { Fragment } from "react";
import { instantText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import type { Phrase } from "#lib/event-words";

/** A sentence with its links and times. */
export function Phrases({ phrases, timeZone }: { phrases: readonly Phrase[]; timeZone: string }) {
  return phrases.map((phrase, index) => {
    const key = `${index}`;
    if (typeof phrase === "string") return <Fragment key={key}>{phrase}</Fragment>;
    if ("at" in phrase) return <Fragment key={key}>{instantText(phrase.at, timeZone, "moment")}</Fragment>;
    return (
      <Link key={key} href={phrase.href}>
        {phrase.text}
      </Link>
    );
  });
}
