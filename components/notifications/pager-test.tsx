import { RefreshSoon } from "#components/notifications/refresh-soon";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Status } from "#components/ui/status";
import { testPagerAction } from "#lib/notifications/drills/actions";
import type { DrillView } from "#lib/notifications/drills/queries";
import { fateWords } from "#lib/notifications/fate-words";
import { methodWords } from "#lib/notifications/method-words";

type PagerTestProps = { drill: DrillView | undefined; timeZone: string; now: string };

/** Plays a page to oneself, and shows what becomes of each of its messages. */
export function PagerTest({ drill, timeZone, now }: PagerTestProps) {
  return (
    <>
      <p className="mb-3 max-w-[46rem] text-ink-soft">
        It pages you, and nobody else, exactly as a broken service would: over your ways, by their rules, with a link
        that opens without signing in. Acknowledge it there; what was still to come is then dropped.
      </p>
      <Form action={testPagerAction}>
        <Button type="submit" variant="primary" className="justify-self-start">
          Test my pager
        </Button>
      </Form>
      {drill && <LastTest drill={drill} timeZone={timeZone} now={now} />}
    </>
  );
}

const soonMilliseconds = 3 * 60_000;

function LastTest({ drill, timeZone, now }: { drill: DrillView; timeZone: string; now: string }) {
  const { alert, at, status, answeredAt, messages } = drill;
  const isUnderWay = messages.some((message) => message.status === "sending" || message.status === "waiting");
  const isRecent = Date.parse(now) - Date.parse(at) < soonMilliseconds;
  return (
    <div className="mt-5">
      <h3 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-small">
        <span className="font-semibold">
          Your last test, <Instant at={at} timeZone={timeZone} style="moment" />
        </span>
        <Link href="/account/contact-methods?tested=1#test">Look again</Link>
      </h3>
      <ul className="rows border-b" aria-live="polite">
        {messages.map((message) => (
          <Message key={message.id} message={message} timeZone={timeZone} />
        ))}
        <li className="flex flex-wrap items-baseline gap-x-3 py-2">
          {answeredAt ? (
            <Status tone="ok">
              You answered at <Instant at={answeredAt} timeZone={timeZone} style="time" />. Your pager works.
            </Status>
          ) : status === "resolved" ? (
            <Status tone="warn">Nobody answered it, and it is over.</Status>
          ) : (
            <>
              <Status>You have not answered yet.</Status>
              <Link href={`/alerts/${alert}`}>Open it here</Link>
            </>
          )}
        </li>
      </ul>
      {isUnderWay && isRecent && status !== "resolved" && <RefreshSoon />}
    </div>
  );
}

function Message({ message, timeZone }: { message: DrillView["messages"][number]; timeZone: string }) {
  const { kind, label, status, sentAt, nextTryAt, isShownHere } = message;
  const { words, tone } = fateWords(message);
  const time = status === "waiting" ? nextTryAt : isShownHere ? null : sentAt;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
      <span>{label ?? methodWords(kind)}</span>
      <Status tone={tone}>
        {words}
        {time && (
          <>
            {" "}
            <Instant at={time} timeZone={timeZone} style="time" className="tabular-nums" />
          </>
        )}
      </Status>
    </li>
  );
}
