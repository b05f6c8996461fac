import { Fragment } from "react";
import { Link } from "#components/ui/link";
import type { Phrase } from "#lib/event-words";

/** The sentence of an event. The thing whose page this is (`here`, its address) is named but not linked to itself. */
export function EventSentence({ sentence, here }: { sentence: readonly Phrase[]; here?: string }) {
  return sentence.map((phrase, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never move
    <Fragment key={index}>
      {typeof phrase === "string" ? (
        phrase
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
