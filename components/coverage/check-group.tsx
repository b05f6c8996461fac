import { CheckMark, stateWords } from "#components/coverage/check-mark";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { meterText } from "#components/ui/meter";
import { Section } from "#components/ui/section";
import { Status } from "#components/ui/status";
import { checkDefinition, type Level, levelWords } from "#lib/coverage/checks";
import type { CheckView } from "#lib/coverage/views";

type CheckGroupProps = {
  level: Level;
  checks: readonly CheckView[];
  timeZone: string;
  /** Whether what was found can still be mended: not of a past day. */
  isPresent: boolean;
};

/** The checks of one level: how each stands, on what that rests, since when, and where it is mended. */
export function CheckGroup({ level, checks, timeZone, isPresent }: CheckGroupProps) {
  const { name, means } = levelWords[level];
  return (
    <Section
      title={<span className="text-ink text-large">{name}</span>}
      note={meterText(checks.map(({ state }) => state))}
    >
      <p className="mb-2 text-ink-faint text-small">{means}</p>
      <ul className="rows border-b">
        {checks.map((check) => (
          <CheckLine key={check.check} {...{ check, timeZone, isPresent }} />
        ))}
      </ul>
    </Section>
  );
}

type CheckLineProps = { check: CheckView; timeZone: string; isPresent: boolean };

function CheckLine({ check: { check, state, says, at, mend }, timeZone, isPresent }: CheckLineProps) {
  return (
    <li
      id={check}
      className="grid scroll-mt-20 grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2.25 break-inside-avoid sm:grid-cols-[auto_minmax(0,1fr)_11rem]"
    >
      <span className="flex h-[1.5em] w-3 items-center justify-center">
        <CheckMark state={state} />
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {checkDefinition(check).asks}
          <Status tone={state === "met" ? "ok" : "soft"}>{stateWords[state]}</Status>
        </p>
        <p className="wrap-anywhere text-ink-soft text-small">
          {says}
          {at && (
            <span className="text-ink-faint">
              {" "}
              (<Instant at={at} timeZone={timeZone} style="day" />)
            </span>
          )}
        </p>
      </div>
      {isPresent && state !== "met" && (
        <p className="text-small max-sm:col-start-2 sm:text-right print:hidden">
          <Link href={mend.path} className="inline-block touch:py-2.5">
            {mend.label}
          </Link>
        </p>
      )}
    </li>
  );
}
