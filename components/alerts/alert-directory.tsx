import { AlertFacets } from "#components/alerts/alert-facets";
import { AlertTable } from "#components/alerts/alert-table";
import { EmptyState } from "#components/layout/empty-state";
import { ListColumns } from "#components/layout/list-columns";
import { ButtonLink } from "#components/ui/button-link";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { addressWith } from "#lib/address-values";
import type { AlertDirectory as Directory } from "#lib/alerts/browse-queries";
import type { AlertFilter } from "#lib/alerts/filter";

type AlertDirectoryProps = { directory: Directory; timeZone: string; now: string };

/** The alerts that an address asks for, newest first, and the ways to narrow them. */
export function AlertDirectory({ directory, timeZone, now }: AlertDirectoryProps) {
  const { filter, alerts, teams, problems } = directory;
  const { cursor, ...kept } = filter;
  const chosen = [filter.mine, filter.team, filter.service, filter.rule].filter(Boolean).length;
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <ListColumns facets={<AlertFacets filter={filter} teams={teams} />} chosenCount={chosen}>
        {alerts.items.length > 0 ? (
          <AlertTable caption="Alerts, newest first" alerts={alerts.items} {...{ timeZone, now }} isServiceShown />
        ) : (
          <NothingHere filter={filter} isNarrowed={chosen > 0} />
        )}
        {(alerts.nextCursor || cursor) && (
          <div className="mt-4">
            <Pagination
              label="Parts of the list"
              summary={cursor && <Link href={addressWith("/alerts", kept)}>Back to the beginning</Link>}
              nextHref={alerts.nextCursor ? addressWith("/alerts", { ...kept, cursor: alerts.nextCursor }) : undefined}
            />
          </div>
        )}
      </ListColumns>
    </>
  );
}

function NothingHere({ filter, isNarrowed }: { filter: AlertFilter; isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState title="No alert is like that" action={<ButtonLink href="/alerts">All open alerts</ButtonLink>}>
        Leave something out, or look among those that are over.
      </EmptyState>
    );
  if (filter.held)
    return (
      <EmptyState title="Nothing is held">
        Alerts that no customer notices wait here for the working hours of their team, and wake nobody.
      </EmptyState>
    );
  if (filter.unrouted)
    return (
      <EmptyState title="Every open alert has a service">
        An alert whose service is not known is kept here, and pages ops.
      </EmptyState>
    );
  if (filter.status === "resolved")
    return <EmptyState title="Nothing is over yet">No alert was ever resolved here.</EmptyState>;
  return (
    <EmptyState title="Nothing is wrong" action={<ButtonLink href="/alerts?status=resolved">The last ones</ButtonLink>}>
      No alert is open. Alertmanager, Grafana, PagerDuty senders and programs of your own can raise one.
    </EmptyState>
  );
}
