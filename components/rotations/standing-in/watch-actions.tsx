import { untilText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Form } from "#components/ui/form";
import { Link } from "#components/ui/link";
import { giveBackAction, takeOverNowAction } from "#lib/rotations/standing-in/life-actions";
import type { OverrideView, Ref, RotationPermissions, SeatView, VersionView } from "#lib/rotations/views";

type WatchActionsProps = {
  rotation: Ref & { permissions: RotationPermissions; retiredAt: string | null; version?: VersionView };
  /** Who stands its watch now. */
  seat: SeatView;
  /** Who stands in, now and later. */
  overrides: readonly OverrideView[];
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
  now: string;
  /** Which watch it is, where several are in sight: `delivery`. */
  what?: string;
  /** The page on which this stands, to come back to; the rotation's own where left out. */
  back?: string;
};

/** What somebody does about a watch when life strikes: takes it by one tap, gives it back, or asks others. */
export function WatchActions(props: WatchActionsProps) {
  const { rotation, seat, overrides, address, now } = props;
  if (rotation.retiredAt) return null;
  const { permissions } = rotation;
  const override = overrides.find(
    ({ from, to }) => Date.parse(from) <= Date.parse(now) && Date.parse(now) < Date.parse(to),
  );
  const isOnWatch = seat.person !== null && seat.person.address === address;
  const isOfTeam = permissions.canTake || permissions.canHandOver;
  const takesTurns = rotation.version?.layers.some(({ participants }) =>
    participants.some((one) => one.address === address),
  );
  const mayAsk = isOfTeam || isOnWatch || takesTurns;
  const rooms = `/rotations/${rotation.slug}`;
  return (
    <div className="grid justify-items-start gap-2.5">
      {!isOnWatch && permissions.canTake && <TakeNow {...props} isStandingIn={override !== undefined} />}
      {isOnWatch && override && <GiveBack {...props} override={override} />}
      {isOnWatch && !override && (
        <ButtonLink href={`${rooms}/ask`} variant="primary">
          Ask for cover
        </ButtonLink>
      )}
      <div className="flex flex-wrap gap-x-4 text-small touch:[&_a]:py-3">
        {mayAsk && (!isOnWatch || override) && <Link href={`${rooms}/ask`}>Ask for cover</Link>}
        {isOfTeam && (
          <>
            <Link href={`${rooms}/take`}>
              {isOnWatch || !permissions.canTake ? "Take a span" : "Take another span"}
            </Link>
            <Link href={`${rooms}/swap`}>Swap</Link>
          </>
        )}
        {isOnWatch && <Link href={`${rooms}/handoff`}>Handoff note</Link>}
      </div>
    </div>
  );
}

/** Without an end in sight there is nothing that one tap could mean: then a span is chosen. */
function TakeNow({
  rotation,
  seat,
  isStandingIn,
  what,
  timeZone,
  now,
  back,
}: WatchActionsProps & { isStandingIn: boolean }) {
  if (!seat.until) return <ButtonLink href={`/rotations/${rotation.slug}/take`}>Take over</ButtonLink>;
  return (
    <Form action={takeOverNowAction} className="w-full gap-2.5!">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="to" value={seat.until} />
      {back && <input type="hidden" name="back" value={back} />}
      {isStandingIn && <input type="hidden" name="replace" value="on" />}
      <Button type="submit" variant="primary" className="justify-self-start max-sm:w-full">
        {what ? `Take over ${what}` : "Take over"} until {untilText(seat.until, timeZone, now)}
      </Button>
    </Form>
  );
}

function GiveBack({ rotation, override, back }: WatchActionsProps & { override: OverrideView }) {
  return (
    <Form action={giveBackAction} className="gap-2.5!">
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="override" value={override.id} />
      <input type="hidden" name="from" value={override.from} />
      <input type="hidden" name="to" value={override.to} />
      {back && <input type="hidden" name="back" value={back} />}
      <Button type="submit">Give back</Button>
    </Form>
  );
}
