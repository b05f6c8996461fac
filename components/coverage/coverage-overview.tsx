import type { ReactNode } from "react";
import { CheckLegend } from "#components/coverage/check-mark";
import { CheckShares } from "#components/coverage/check-shares";
import { Conversations } from "#components/coverage/conversations";
import { CoverageDay } from "#components/coverage/coverage-day";
import { Findings } from "#components/coverage/findings";
import { LevelBar } from "#components/coverage/level-bar";
import { LevelTrend } from "#components/coverage/level-trend";
import { Matrix } from "#components/coverage/matrix";
import { MatrixFilter } from "#components/coverage/matrix-filter";
import { Moves } from "#components/coverage/moves";
import { QuarterComparison } from "#components/coverage/quarter-comparison";
import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { Section } from "#components/ui/section";
import { addressWith } from "#lib/address-values";
import type { CoverageOverview as Overview } from "#lib/coverage/overview-queries";

type CoverageOverviewProps = {
  overview: Overview;
  /** The page, without its query, and what it is of, in words. */
  action: string;
  of: string;
  timeZone: string;
  /** Shown where there is no service at all. */
  empty: ReactNode;
  isTeamShown: boolean;
};

/** How the services of a team, or all of them, are covered: where they stand, what moves them, and each with every check. */
export function CoverageOverview({ overview, action, of, timeZone, empty, isTeamShown }: CoverageOverviewProps) {
  const { matrix, day, trend, comparison, moves, findings, conversations } = overview;
  const { filter, problems, heads, services, measuredAt } = matrix;
  const { cursor, ...kept } = filter;
  const address = (change: Record<string, string | undefined>) =>
    addressWith(action, { ...kept, at: day.shown, ...change });
  const isNarrowed = Object.keys(kept).some((key) => key !== "sort" && key !== "limit");
  const isEmpty = heads.total === 0 && !isNarrowed;
  return (
    <>
      <CoverageDay
        {...{ action, measuredAt, timeZone }}
        day={day.shown}
        asked={day.shown ? undefined : day.asked}
        latest={day.latest}
      />
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      {isEmpty ? (
        empty
      ) : (
        <>
          <LevelBar levels={heads.levels} unmeasured={heads.unmeasured} hrefOf={(level) => address({ level })} />
          <div className="grid gap-x-11 lg:grid-cols-2 print:grid-cols-2 print:gap-x-6">
            <LevelTrend trend={trend} of={of} />
            <QuarterComparison comparison={comparison} of={of} />
          </div>
          <Moves moves={moves} isTeamShown={isTeamShown} />
          <Section
            title="Service by service"
            note={`${heads.total.toLocaleString("en")} ${heads.total === 1 ? "service" : "services"}; above the columns, how many in a hundred meet the check`}
          >
            <MatrixFilter {...{ action, filter }} day={day.shown} team={overview.team} />
            {services.items.length > 0 ? (
              <>
                <CheckShares heads={heads} />
                <Matrix
                  caption={`Services of ${of} and how each check stands`}
                  rows={services.items}
                  day={day.shown}
                  {...{ heads, isTeamShown }}
                />
                <div className="mt-2 border-t pt-2 max-xl:hidden print:block">
                  <CheckLegend />
                </div>
              </>
            ) : (
              <EmptyState title="No service is like that" action={<ButtonLink href={action}>All services</ButtonLink>}>
                Leave something out, or choose another level.
              </EmptyState>
            )}
            {(services.nextCursor || cursor) && (
              <div className="mt-4">
                <Pagination
                  label="Parts of the matrix"
                  summary={cursor && <Link href={address({})}>Back to the beginning</Link>}
                  nextHref={services.nextCursor ? address({ cursor: services.nextCursor }) : undefined}
                />
              </div>
            )}
          </Section>
        </>
      )}
      {day.shown ? (
        <p className="text-ink-faint text-small">
          What asks for work and what moves the level are told of <Link href={action}>today</Link> only.
        </p>
      ) : (
        <>
          <Findings findings={findings} />
          {conversations && <Conversations conversations={conversations} />}
        </>
      )}
    </>
  );
}
