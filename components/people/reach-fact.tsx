import { Fact } from "#components/ui/facts";
import { Instant } from "#components/ui/instant";
import { Status } from "#components/ui/status";
import { methodWords } from "#lib/notifications/method-words";
import type { Reach } from "#lib/notifications/reach-queries";

/** Over which kinds of ways pages reach somebody, and when that last worked; never where these lead. */
export function ReachFact({ reach: { kinds, workedAt }, timeZone }: { reach: Reach; timeZone: string }) {
  if (kinds.length === 0) {
    return (
      <Fact term="paged by">
        <Status>no way of their own yet</Status>
      </Fact>
    );
  }
  const worked = workedAt && (
    <>
      last worked <Instant at={workedAt} timeZone={timeZone} style="day" />
    </>
  );
  return (
    <Fact term="paged by" note={worked}>
      {kinds.map(methodWords).join(", ")}
    </Fact>
  );
}
