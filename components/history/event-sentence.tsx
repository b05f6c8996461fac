import { Fragment } from "react";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import type { Phrase } from "#lib/event-words";

type EventSentenceProps = {
  sentence: readonly Phrase[];
  /** The reader's IANA zone. */
  timeZone: string;
  here?: string;
};

/** The sentence of an event. The thing whose page this is (`here`, its address) is named but not linked to itself. */
export function EventSentence({ sentence, timeZone, here }: EventSentenceProps) {
  return sentence.map((phrase, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
    <Fragment key={index}>
      {typeof phrase === "string" ? (
        phrase
      ) : "at" in phrase ? (
        <Instant at={phrase.at} timeZone={timeZone} style="moment" />
      ) : phrase.href === here ? (
        <b>{phrase.text}</b>
      ) : (
        <Link href={phrase.href} prefetch={false}>
          {phrase.text}
        </Link>
      )}
    </Fragment>
  ));
}
