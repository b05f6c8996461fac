import { Clock, type Reading } from "#components/briefing/clock";
import { DoThis } from "#components/briefing/do-this";
import { HowItWorks } from "#components/briefing/how-it-works";
import { Lately } from "#components/briefing/lately";
import { Needs } from "#components/briefing/needs";
import { Part } from "#components/briefing/part";
import { Similar } from "#components/briefing/similar";
import { WhoIsHere } from "#components/briefing/who-is-here";
import { askWhom } from "#lib/briefing/ask-whom";
import type { ServiceBriefing as ServiceBriefingView } from "#lib/briefing/views";
import { newRunbookUrl } from "#lib/documents/addresses";

type ServiceBriefingProps = {
  briefing: ServiceBriefingView;
  /** The alert rule whose runbook was asked for. */
  rule: string | null;
  /** The reader's address. */
  own: string | null;
  reading: Reading;
};

/** The briefing before there is an alert: whoever looks already knows that something is wrong. */
export function ServiceBriefing({ briefing, rule, own, reading }: ServiceBriefingProps) {
  const { service, open, seats, experts, neighbours, neighbourCount, changes } = briefing;
  if (!service) return null;
  const asked = askWhom(briefing, own);
  const back = `/briefing/${service.slug}`;
  return (
    <>
      <h1>{service.name}</h1>
      {service.description && <p>{service.description.split(/\n\s*\n/)[0]}</p>}
      <p className="night-meta">
        <a href={`/services/${service.slug}`}>{service.slug}</a>
        {service.tier !== null && ` · tier ${service.tier}`}
        {service.customerFacing === true && " · customer-facing"}
        {service.isRetired && " · retired"}
      </p>
      {rule && !briefing.runbook && (
        <p className="night-notice" data-tone="warn">
          <b>The runbook for this alert is missing:</b> nothing that is written here answers <code>{rule}</code>.{" "}
          {briefing.canWrite && (
            <a href={newRunbookUrl(service.slug, rule)} className="night-tap">
              Write it
            </a>
          )}
        </p>
      )}
      <Part id="open" title="Open alerts" note={open.length > 0 && open.length}>
        {open.length === 0 ? (
          <p className="night-small">None. Whoever is paged for one finds this page with it.</p>
        ) : (
          <ul className="night-rows">
            {open.map(({ id, summary, severity, openedAt }) => (
              <li key={id} className="night-near">
                <a href={`/alerts/${id}`}>{summary}</a>
                <span className="night-small">
                  {severity}, <Clock at={openedAt} {...reading} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
      <WhoIsHere {...{ seats, experts, own, ...reading }} alert={null} />
      <DoThis
        {...{ service, rule, asked, ...reading }}
        {...{ runbook: briefing.runbook, otherRunbooks: briefing.otherRunbooks, canWrite: false }}
        {...{ alertId: null, canMark: true, sender: { back, linkKey: null } }}
      />
      <Lately {...{ changes, asked, ...reading }} since={null} />
      <Needs {...{ service, neighbours, neighbourCount, changes, asked, ...reading }} />
      <HowItWorks {...{ service, asked }} note={briefing.note} timeZone={reading.timeZone} />
      <Similar {...{ asked, ...reading }} similar={briefing.similar} />
    </>
  );
}
