import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { ManagerView } from "#lib/records/sharing-queries";

type NewManagersProps = { managers: readonly ManagerView[]; address: string | null; timeZone: string };

/** Says on the home page who is a new manager of the reader, as long as they may not open the record yet. */
export function NewManagers({ managers, address, timeZone }: NewManagersProps) {
  return managers.map(
    ({ manager, team, opensAt }) =>
      opensAt && (
        <Notice
          key={manager.address}
          title={`${manager.name} is your manager now, of ${team}.`}
          className="mb-6"
          action={
            address && <Link href={`/people/${encodeURIComponent(address)}/record/sharing`}>Who reads your record</Link>
          }
        >
          From <Instant at={opensAt} timeZone={timeZone} style="moment" /> on they can open your ownership record. You
          can read it at any time.
        </Notice>
      ),
  );
}
