import { EmptyState } from "#components/layout/empty-state";
import { Instant } from "#components/ui/instant";
import { instantText } from "#components/ui/instant-text";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { fateWords } from "#lib/notifications/fate-words";
import { methodWords } from "#lib/notifications/method-words";
import type { OutboxMessage } from "#lib/notifications/outbox-queries";

type OutboxListProps = { messages: readonly OutboxMessage[]; timeZone: string };

/** What was sent to somebody, day by day, and what became of it. */
export function OutboxList({ messages, timeZone }: OutboxListProps) {
  if (messages.length === 0)
    return (
      <EmptyState title="Nothing was sent to you yet">
        Pages, reminders and codes appear here as they go out.
      </EmptyState>
    );
  const days = Map.groupBy(messages, ({ createdAt }) => instantText(createdAt, timeZone, "day"));
  return [...days].map(([day, sameDay]) => (
    <section key={day} aria-label={day} className="mb-5">
      <h2 className="mb-1 font-semibold text-ink-faint text-small tabular-nums">{day}</h2>
      <ol className="rows border-b">
        {sameDay.map((message) => (
          <Message key={message.id} message={message} timeZone={timeZone} />
        ))}
      </ol>
    </section>
  ));
}

function Message({ message, timeZone }: { message: OutboxMessage; timeZone: string }) {
  const { createdAt, subject, lines, path, methodKind, label, sentAt, nextTryAt, status, isShownHere } = message;
  const { words, tone } = fateWords(message);
  const time = status === "waiting" ? nextTryAt : isShownHere ? null : sentAt;
  return (
    <li className="grid gap-x-4 py-2.5 sm:grid-cols-[3.25rem_minmax(0,1fr)]">
      <Instant
        at={createdAt}
        timeZone={timeZone}
        style="time"
        className="pt-px text-ink-faint text-small tabular-nums"
      />
      <div className="wrap-anywhere min-w-0">
        <Link href={path} className="font-medium">
          {subject}
        </Link>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a message are fixed and have no other identity
          <p key={index} className="max-w-[46rem] text-ink-soft">
            {line}
          </p>
        ))}
        <p className="text-ink-faint text-small">
          {methodKind !== "outbox" && `By ${label ?? methodWords(methodKind)}: `}
          <Status tone={tone}>
            {words}
            {time && (
              <>
                {" "}
                <Instant at={time} timeZone={timeZone} style="time" />
              </>
            )}
          </Status>
        </p>
      </div>
    </li>
  );
}
