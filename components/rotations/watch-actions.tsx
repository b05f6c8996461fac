import { untilText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { Link } from "#components/ui/link";
import { giveBackAction, takeOverNowAction } from "#lib/rotations/life-actions";
import type { Ref, RotationPermissions, SeatView } from "#lib/rotations/views";

type WatchActionsProps = {
  rotation: Ref;
  /** Who stands its watch now. */
  seat: SeatView;
  /** The override by which they do, where it is one. */
  override: string | null;
  permissions: RotationPermissions;
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
  now: string;
  /** The page on which this stands, to come back to. */
  back: string;
};

/** What somebody does about a watch when life strikes: takes it by one tap, gives it back, or asks others. */
export function WatchActions(props: WatchActionsProps) {
  const { rotation, seat, override, permissions, address } = props;
  const isOnWatch = seat.person !== null && seat.person.address === address;
  const rooms = `/rotations/${rotation.slug}`;
  return (
    <div className="grid justify-items-start gap-2.5">
      {!isOnWatch && permissions.canTake && <TakeNow {...props} />}
      {isOnWatch && override && <GiveBack {...props} override={override} />}
      {isOnWatch && !override && (
        <ButtonLink href={`${rooms}/ask`} variant="primary">
          Ask for cover
        </ButtonLink>
      )}
      <p className="flex flex-wrap gap-x-4 text-small touch:[&_a]:py-3">
        {(!isOnWatch || override) && <Link href={`${rooms}/ask`}>Ask for cover</Link>}
        {(permissions.canTake || permissions.canHandOver) && (
          <>
            <Link href={`${rooms}/take`}>
              {isOnWatch || !permissions.canTake ? "Take a span" : "Take another span"}
            </Link>
            <Link href={`${rooms}/swap`}>Swap</Link>
          </>
        )}
        {isOnWatch && <Link href={`${rooms}/handoff`}>Handoff note</Link>}
      </p>
    </div>
  );
}

/** Without an end in sight there is nothing that one tap could mean: then a span is chosen. */
function TakeNow({ rotation, seat, override, timeZone, now, back }: WatchActionsProps) {
  if (!seat.until) return <ButtonLink href={`/rotations/${rotation.slug}/take`}>Take over</ButtonLink>;
  return (
    <Form action={takeOverNowAction} className="w-full gap-2.5!">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="to" value={seat.until} />
      <input type="hidden" name="back" value={back} />
      {override && <input type="hidden" name="replace" value="on" />}
      <Button type="submit" variant="primary" className="justify-self-start max-sm:w-full">
        Take over until {untilText(seat.until, timeZone, now)}
      </Button>
    </Form>
  );
}

function GiveBack({ rotation, override, back }: WatchActionsProps & { override: string }) {
  return (
    <Form action={giveBackAction} className="gap-2.5!">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="override" value={override} />
      <input type="hidden" name="back" value={back} />
      <Button type="submit">Give back</Button>
    </Form>
  );
}
