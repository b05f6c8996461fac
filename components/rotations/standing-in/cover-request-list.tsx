import { PersonLink } from "#components/people/person-link";
import { SpanText, spanText } from "#components/rotations/span-text";
import { StandInList } from "#components/rotations/standing-in/stand-in-list";
import { Button } from "#components/ui/button";
import { Form } from "#components/ui/form";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import {
  claimCoverAction,
  eraseRequestReasonAction,
  withdrawCoverAction,
} from "#lib/rotations/standing-in/life-actions";
import type { OpenRequest } from "#lib/rotations/standing-in/rotation-life-queries";
import type { CoverRequestView } from "#lib/rotations/views";

type CoverRequestListProps = {
  requests: readonly OpenRequest[];
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
  /** The reader may let somebody else take a request. */
  canHandOver?: boolean;
  /** Several rotations are listed, so each request says of which it is. */
  isRotationShown?: boolean;
};

/**
 * Requests that wait for somebody. One form holds them all and stays where nobody asks, so that whoever claims second
 * is told who was first when the request itself is gone, also without JavaScript.
 */
export function CoverRequestList({ requests, canHandOver, ...reader }: CoverRequestListProps) {
  return (
    <div className={requests.length > 0 ? "mb-8" : "has-[[role]]:mb-8"}>
      <Form id="withdraw-request" action={withdrawCoverAction} className="gap-0!">
        {null}
      </Form>
      <Form id="erase-request-reason" action={eraseRequestReasonAction} className="gap-0!">
        {null}
      </Form>
      <Form action={claimCoverAction} className="gap-3!">
        {requests.length > 0 && (
          <Section title="Somebody asks for cover" className="mb-0!">
            <ul>
              {requests.map((request) => (
                <Request key={request.id} request={request} canHandOver={canHandOver} {...reader} />
              ))}
            </ul>
          </Section>
        )}
      </Form>
    </div>
  );
}

type RequestProps = Omit<CoverRequestListProps, "requests"> & { request: OpenRequest };

function Request({ request, address, timeZone, canHandOver, isRotationShown }: RequestProps) {
  const { person, rotation, reason, spans, standIns } = request;
  const isOwn = person.address === address;
  const isTold = standIns.length > 0 && spans.length > 0;
  const rested = standIns.filter(({ standing }) => standing === "rested").length;
  return (
    <li className={isTold ? "border-t pt-3" : "border-t py-3 last:border-b"}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2.5">
        <div className="min-w-0 flex-1 basis-72">
          <div>
            {isOwn ? <b>You ask</b> : <PersonLink person={person} className="font-semibold text-ink!" />}
            {isOwn ? " for cover" : " asks for cover"}
            {isRotationShown && (
              <>
                {" in "}
                <Link href={`/rotations/${rotation.slug}`}>{rotation.name}</Link>
              </>
            )}
          </div>
          {spans.map(({ from, to }) => (
            <p key={from} className="text-ink-soft">
              <SpanText from={from} to={to} timeZone={timeZone} />
            </p>
          ))}
          {spans.length === 0 && <p className="text-ink-soft">Somebody else stands all of it by now.</p>}
          {reason && (
            <p className="text-ink-soft">
              “{reason}”
              {isOwn && (
                <Button
                  type="submit"
                  form="erase-request-reason"
                  name="request"
                  value={request.id}
                  size="small"
                  variant="quiet"
                >
                  Erase the reason
                </Button>
              )}
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2 max-sm:w-full">
          {request.canClaim && spans.length > 0 && !isOwn && (
            <Button type="submit" variant="primary" name="claim" value={request.id} className="max-sm:flex-1">
              <span>
                Claim<span className="sr-only">: {claimName(request, timeZone)}</span>
              </span>
            </Button>
          )}
          {request.canWithdraw && (
            <Button type="submit" form="withdraw-request" name="request" value={request.id}>
              <span>
                Withdraw<span className="sr-only">: {claimName(request, timeZone)}</span>
              </span>
            </Button>
          )}
        </div>
      </div>
      {isTold && (
        <details className="mt-2" open={standIns.length <= 6}>
          <summary className="inline-block rounded-small py-1 text-accent text-small touch:py-3">
            {rested === 0
              ? "Who could stand in"
              : rested === 1
                ? "One is free and rested"
                : `${rested} are free and rested`}
          </summary>
          <StandInList
            standIns={standIns}
            timeZone={timeZone}
            address={address}
            letTake={canHandOver ? request.id : undefined}
          />
        </details>
      )}
    </li>
  );
}

const claimName = ({ person, from, to }: CoverRequestView, timeZone: string) =>
  `${person.name}, ${spanText(from, to, timeZone)}`;
