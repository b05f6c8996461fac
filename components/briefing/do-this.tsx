import type { Reading } from "#components/briefing/clock";
import { NightDocument } from "#components/briefing/night-document";
import { NothingKnown, Part } from "#components/briefing/part";
import { StepMarks } from "#components/briefing/step-marks";
import { FreshnessStatus } from "#components/documents/freshness/freshness-status";
import type { Asked } from "#lib/briefing/ask-whom";
import { mitigationFirst } from "#lib/briefing/mitigation-first";
import type { Sender } from "#lib/briefing/sender";
import type { BriefedRunbook, BriefedService, Surroundings } from "#lib/briefing/views";
import { documentUrl, newRunbookUrl } from "#lib/documents/addresses";

type DoThisProps = Reading &
  Pick<Surroundings, "service" | "otherRunbooks" | "canWrite"> & {
    runbook: BriefedRunbook | null;
    /** The rule whose runbook this is; null where no alert asks for one. */
    rule: string | null;
    /** Null before there is an alert. */
    alertId: string | null;
    canMark: boolean;
    asked: Asked | undefined;
    sender: Sender;
  };

/** The runbook for this alert: what to do first, the rest of it behind one tap. */
export function DoThis({ runbook, ...props }: DoThisProps) {
  const { service, timeZone } = props;
  if (!runbook || !service) return <NoRunbook {...props} />;
  const document = { kind: "runbook", slug: runbook.slug, service } as const;
  return (
    <Part
      id="do"
      title="Do this"
      note={
        <>
          runbook <FreshnessStatus freshness={runbook.freshness} timeZone={timeZone} />
        </>
      }
    >
      <Steps {...props} runbook={runbook} service={service} />
      <p className="night-faint">
        <a href={documentUrl(document)}>{runbook.title}</a>, revision {runbook.revision}
      </p>
    </Part>
  );
}

type StepsProps = DoThisProps & { runbook: BriefedRunbook; service: BriefedService };

function Steps({ runbook, service, canMark, alertId, sender, ...reading }: StepsProps) {
  const { tree, outline } = runbook.rendered;
  const { first, rest, words } = mitigationFirst(tree, runbook.title);
  const steps = new Map(outline.sections.flatMap((section) => section.steps.map((step) => [step.anchor, step])));
  const address = documentUrl({ ...runbook, kind: "runbook", service });
  const marked = { slug: runbook.slug, service: { slug: service.slug }, revision: runbook.revision, alertId, sender };
  const afterStep = (anchor: string) => {
    const step = steps.get(anchor);
    if (!step) return null;
    const marks = runbook.marks.get(anchor) ?? [];
    return <StepMarks {...{ step, marks, canMark }} runbook={marked} timeZone={reading.timeZone} />;
  };
  return (
    <>
      {first.length > 0 && <NightDocument nodes={first} {...{ address, afterStep }} />}
      {rest.length > 0 && (
        <details className="night-more" open={first.length === 0 || undefined}>
          <summary>{words}</summary>
          <NightDocument nodes={rest} {...{ address, afterStep }} />
        </details>
      )}
    </>
  );
}

function NoRunbook({ service, rule, otherRunbooks, canWrite, asked }: Omit<DoThisProps, "runbook">) {
  return (
    <Part id="do" title="Do this">
      <NothingKnown asked={asked}>
        {rule ? (
          <>
            No runbook answers <code>{rule}</code>.
          </>
        ) : (
          "No alert asks for a runbook."
        )}
      </NothingKnown>
      {service && otherRunbooks.length > 0 && (
        <>
          <p className="night-faint">What else is written for {service.name}:</p>
          <ul className="night-rows">
            {otherRunbooks.map(({ slug, title }) => (
              <li key={slug}>
                <a href={documentUrl({ kind: "runbook", slug, service })}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {service && rule && canWrite && (
        <p className="night-faint">
          When it is over: <a href={newRunbookUrl(service.slug, rule)}>write it</a>.
        </p>
      )}
    </Part>
  );
}
