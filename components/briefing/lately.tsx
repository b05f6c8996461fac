import { Clock, type Reading } from "#components/briefing/clock";
import { NothingKnown, Part } from "#components/briefing/part";
import { relativeText } from "#components/ui/instant-text";
import type { Asked } from "#lib/briefing/ask-whom";
import type { BriefedChange } from "#lib/briefing/views";

type LatelyProps = Reading & {
  changes: readonly BriefedChange[];
  /** When it broke; null before there is an alert. */
  since: string | null;
  asked: Asked | undefined;
};

const kinds = { deploy: "deploy", config: "configuration", flag: "flag", catalog: "catalog" } as const;

/** What changed lately here and in what it needs, the latest first. */
export function Lately({ changes, since, asked, ...reading }: LatelyProps) {
  return (
    <Part id="lately" title="What changed lately" note={changes.length > 0 && "14 days"}>
      {changes.length === 0 ? (
        <NothingKnown asked={asked}>No change of it, or of what it needs, was reported in two weeks.</NothingKnown>
      ) : (
        <ul className="night-rows">
          {changes.map((change) => (
            <Change key={`${change.service.slug} ${change.at} ${change.summary}`} {...{ change, since, reading }} />
          ))}
        </ul>
      )}
    </Part>
  );
}

type ChangeProps = { change: BriefedChange; since: string | null; reading: Reading };

function Change({ change: { service, isOwn, kind, summary, at, by, url }, since, reading }: ChangeProps) {
  return (
    <li className="night-near">
      <span>
        {!isOwn && <b>{service.name}: </b>}
        {url ? <a href={url}>{summary}</a> : summary}
      </span>
      <span className={since && isShortlyBefore(at, since) ? "night-small night-warn" : "night-small"}>
        <Clock at={at} {...reading} />
      </span>
      <small className="night-faint">
        {kinds[kind]}
        {by && ` by ${by}`}
        {since && `, ${relation(at, since)}`}
      </small>
    </li>
  );
}

const hour = 60 * 60_000;

const isShortlyBefore = (at: string, since: string) => {
  const before = Date.parse(since) - Date.parse(at);
  return before >= 0 && before < 2 * hour;
};

/** “23 min before it broke”. */
function relation(at: string, since: string): string {
  const text = relativeText(at, since);
  if (text === "just now") return "as it broke";
  return text.startsWith("in ") ? `${text.slice(3)} after it broke` : `${text.replace(" ago", "")} before it broke`;
}
