import { Clock, type Reading } from "#components/briefing/clock";
import { HiddenFields } from "#components/briefing/hidden-fields";
import { Part } from "#components/briefing/part";
import type { Sender } from "#lib/briefing/sender";
import type { WatchAhead } from "#lib/briefing/views";

type AfterTheNightProps = Reading & { watches: readonly WatchAhead[]; sender: Sender };

/** Whoever was woken need not stand the next day's watch: one tap asks their team for cover of it. */
export function AfterTheNight({ watches, sender, ...reading }: AfterTheNightProps) {
  if (watches.length === 0) return null;
  return (
    <Part id="after" title="After a night like this">
      <p>You were woken. Nobody expects you on watch today as well.</p>
      <ul className="night-rows">
        {watches.map((watch) => (
          <li key={watch.rotation.slug}>
            <DayAfter watch={watch} sender={sender} reading={reading} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function DayAfter({ watch, sender, reading }: { watch: WatchAhead; sender: Sender; reading: Reading }) {
  const { rotation, from, to, shiftEndsAt, isAsked } = watch;
  const begins = Date.parse(from) > Date.parse(reading.now);
  const until = <Clock at={to} {...reading} />;
  if (isAsked)
    return (
      <p>
        Your team is asked for cover of {rotation.name}. Until somebody claims it you stand it.{" "}
        <a className="night-tap" href={`/rotations/${rotation.slug}`}>
          See who does
        </a>
      </p>
    );
  return (
    <>
      <form method="post" action="/watches/ask" className="night-form">
        <HiddenFields {...sender} anchor="after" />
        <input type="hidden" name="rotation" value={rotation.slug} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="to" value={to} />
        <button type="submit" className="night-button">
          Ask for cover of {rotation.name}
        </button>
      </form>
      <p className="night-small">
        {begins ? (
          <>
            From <Clock at={from} {...reading} /> until {until}
          </>
        ) : (
          <>From now until {until}</>
        )}
        . Until somebody claims it you stand it.{" "}
        <a
          className="night-tap"
          href={`/rotations/${rotation.slug}/ask?${new URLSearchParams({ shift: shiftEndsAt })}`}
        >
          Another span, or the whole shift
        </a>
      </p>
    </>
  );
}
