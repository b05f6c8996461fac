import { Clock, type Reading } from "#components/briefing/clock";
import { AskWhom } from "#components/briefing/part";
import { relativeText } from "#components/ui/instant-text";
import { restOfScenario } from "#lib/alerts/drills/drill";
import { gateWords } from "#lib/alerts/gate-words";
import type { AlertView } from "#lib/alerts/views";
import type { Asked } from "#lib/briefing/ask-whom";
import type { BriefedService } from "#lib/briefing/views";

type WhatBrokeProps = Reading & { alert: AlertView; service: BriefedService | null; asked: Asked | undefined };

/** What broke, what customers see of it, and since when. */
export function WhatBroke({ alert, service, asked, ...reading }: WhatBrokeProps) {
  const { summary, customerImpact, startsAt, occurrences, rule, severity, isDrill, serviceSaid } = alert;
  const age = relativeText(startsAt, reading.now).replace(" ago", "");
  return (
    <section id="what" aria-labelledby="what-title" data-live="">
      <h1 id="what-title">
        {service && !summary.toLowerCase().includes(service.name.toLowerCase()) && `${service.name}: `}
        {summary}
      </h1>
      {isDrill && <Drill alert={alert} />}
      {customerImpact ? (
        <p>{customerImpact}</p>
      ) : (
        <p className="night-small">
          What customers see of it is not known. <AskWhom asked={asked} />
        </p>
      )}
      <p className="night-meta">
        {service ? (
          <>
            <a href={`/services/${service.slug}`}>{service.name}</a>
            {service.tier !== null && ` · tier ${service.tier}`}
          </>
        ) : (
          <b className="night-warn">Unrouted{serviceSaid && `: its sender says “${serviceSaid}”`}</b>
        )}
        {` · ${severity} · since `}
        <Clock at={startsAt} {...reading} />
        {alert.status !== "resolved" && ` (${age})`}
        {occurrences > 1 && ` · began ${occurrences} times`}
        {rule !== summary && ` · rule ${rule}`}
      </p>
      <Gate alert={alert} reading={reading} />
      <Storm alert={alert} />
    </section>
  );
}

/** That nothing is broken, and what to pretend. Whoever tests their pager plays alone. */
function Drill({ alert: { service, details } }: { alert: AlertView }) {
  const pretend = restOfScenario(details);
  return (
    <div className="night-notice">
      <p>
        <b>A drill.</b> Nothing is broken
        {service
          ? ". Answer as you would in earnest; only those who agreed to it are called."
          : ": it shows that pages arrive."}
      </p>
      {pretend.split(/\n+/).map((line) => line && <p key={line}>{line}</p>)}
    </div>
  );
}

/** Why it pages nobody by itself, and what mends that. That one pages needs no word. */
function Gate({ alert, reading }: { alert: AlertView; reading: Reading }) {
  if (alert.status === "resolved") return null;
  if (alert.gate.decision === "page" && alert.gate.reason !== "first-time") return null;
  const { releasesAt } = alert.gate;
  return (
    <p className="night-notice" data-tone="warn">
      {gateWords(alert)}
      {releasesAt && (
        <>
          {" "}
          It waits until <Clock at={releasesAt} {...reading} />.
        </>
      )}
    </p>
  );
}

const inSight = 6;

/** The other alerts of the same storm. */
function Storm({ alert: { leader, members } }: { alert: AlertView }) {
  const open = members.filter(({ status }) => status !== "resolved");
  return (
    <>
      {leader && (
        <p className="night-small">
          Part of a storm: the page of <a href={`/alerts/${leader.id}`}>{leader.summary}</a> stands for this one too.
        </p>
      )}
      {open.length > 0 && (
        <details className="night-more">
          <summary>And {open.length === 1 ? "one more alert" : `${open.length} more alerts`} of the same storm</summary>
          <ul className="night-rows">
            {open.slice(0, inSight * 4).map(({ id, summary, service }) => (
              <li key={id}>
                <a href={`/alerts/${id}`}>{summary}</a> {service && <span className="night-faint">{service.name}</span>}
              </li>
            ))}
            {open.length > inSight * 4 && <li className="night-faint">and {open.length - inSight * 4} more</li>}
          </ul>
        </details>
      )}
    </>
  );
}
