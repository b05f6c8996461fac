import type { ReactNode } from "react";
import { CheckGroup } from "#components/coverage/check-group";
import { LevelHistory } from "#components/coverage/level-history";
import { Recomputed } from "#components/coverage/recomputed";
import { ServiceLevel } from "#components/coverage/service-level";
import { EmptyState } from "#components/layout/empty-state";
import { PageColumns } from "#components/layout/page-columns";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { bitsOf, checkDefinition, levels } from "#lib/coverage/checks";
import type { ServiceCoverage as Coverage } from "#lib/coverage/service-queries";
import type { PastCoverage } from "#lib/coverage/views";

type ServiceCoverageProps = {
  service: { slug: string; name: string };
  coverage: Coverage;
  timeZone: string;
  /** The day chooser and what can be done, above everything. */
  head: ReactNode;
};

const absences: Record<NonNullable<PastCoverage["absence"]>, string> = {
  "before-catalog": "It was not in the catalog yet",
  retired: "It was retired",
  "not-measured": "Nobody had measured it yet",
};

/** How far a service is covered, level by level and check by check, now or as it was on a past day. */
export function ServiceCoverage({ service, coverage, timeZone, head }: ServiceCoverageProps) {
  const { found, spans, until } = coverage;
  const absence = "absence" in found ? found.absence : null;
  return (
    <PageColumns
      aside={
        <>
          <LevelHistory name={service.name} timeZone={timeZone} {...{ spans, until }} />
          <Section title="More of it">
            <ul className="rows border-b">
              <More href={`/services/${service.slug}/drills`} label="Drills">
                rehearse an alert before there is one
              </More>
              <More href={`/coverage/noise?service=${service.slug}`} label="Noise and time to engage">
                whom its rules woke, and for what
              </More>
              <More href={`/services/${service.slug}/alerts`} label="Alerts">
                what went wrong, and how soon somebody answered
              </More>
            </ul>
          </Section>
        </>
      }
    >
      {head}
      {absence ? (
        <EmptyState title={`${absences[absence]} on that day`}>
          What was not seen is not guessed. Another day may know more.
        </EmptyState>
      ) : (
        <>
          <ServiceLevel level={found.level} bits={bitsOf(found.checks)} />
          {"recomputed" in found && <Recomputed recomputed={found.recomputed} />}
          {levels.map((level) => (
            <CheckGroup
              key={level}
              level={level}
              checks={found.checks.filter(({ check }) => checkDefinition(check).level === level)}
              timeZone={timeZone}
              isPresent={!("recomputed" in found)}
            />
          ))}
        </>
      )}
    </PageColumns>
  );
}

function More({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <li className="py-1.75">
      <Link href={href} className="touch:py-2">
        {label}
      </Link>
      <span className="block text-ink-faint text-small">{children}</span>
    </li>
  );
}
