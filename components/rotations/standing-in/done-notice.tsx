import type { ReactNode } from "react";
import { SpanText, untilText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { DoneWord } from "#components/ui/done-word";
import { Form } from "#components/ui/form";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import type { DoneView } from "#lib/rotations/standing-in/done-queries";
import { giveBackAction, undoSwapAction, withdrawCoverAction } from "#lib/rotations/standing-in/life-actions";
import type { OverrideView, Ref } from "#lib/rotations/views";

type DoneNoticeProps = {
  /** What was just done, from the word in the address. */
  done: DoneView | undefined;
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
  now: string;
};

/** Says what was just done to a watch, with thanks and a way back; works without JavaScript. */
export function DoneNotice({ done, ...reader }: DoneNoticeProps) {
  if (!done) return null;
  return (
    <div role="status" tabIndex={-1} className="mb-6 scroll-mt-24">
      <Said done={done} reader={reader} />
      <DoneWord />
    </div>
  );
}

type Reader = Omit<DoneNoticeProps, "done">;

function Said({ done, reader }: { done: DoneView; reader: Reader }) {
  const { timeZone } = reader;
  switch (done.kind) {
    case "taken":
      return (
        <Thanks title={takenWords(done.stands, reader)} action={<GiveBackEach {...done} timeZone={timeZone} />}>
          The roster, the pager and the calendar say the same from now on.
        </Thanks>
      );
    case "claimed":
      return (
        <Thanks title={done.thanks} action={<GiveBackEach {...done} timeZone={timeZone} />}>
          {done.stands.map(({ id, person, from, to }) => (
            <span key={id} className="block">
              {person.address === reader.address ? "You stand" : `${person.name} stands`} {done.rotation.name}{" "}
              <SpanText from={from} to={to} timeZone={timeZone} />.
            </span>
          ))}
        </Thanks>
      );
    case "swapped":
      return (
        <Thanks title="Swapped. Thank you both." action={<UndoSwap {...done} />}>
          {done.stands.map(({ id, person, from, to }) => (
            <span key={id} className="block">
              {person.address === reader.address ? "You stand" : `${person.name} stands`}{" "}
              <SpanText from={from} to={to} timeZone={timeZone} />.
            </span>
          ))}
        </Thanks>
      );
    case "asked": {
      const { request } = done;
      const isOwn = request.person.address === reader.address;
      return (
        <Notice tone="ok" title="Asked." action={request.canWithdraw && <Withdraw request={request.id} />}>
          {isOwn ? "You stay" : `${request.person.name} stays`} on watch{" "}
          <SpanText from={request.from} to={request.to} timeZone={timeZone} /> until somebody claims it.
        </Notice>
      );
    }
    case "withdrawn":
      return (
        <Notice tone="ok" title="Withdrawn.">
          {done.request.person.address === reader.address ? "You stand" : `${done.request.person.name} stands`} it after
          all. Nobody was asked in vain.
        </Notice>
      );
    case "changed":
      return (
        <Notice tone="ok" title="Saved.">
          {Date.parse(done.from) > Date.parse(reader.now) ? (
            <>
              It holds from <Instant at={done.from} timeZone={timeZone} style="full" /> on.
            </>
          ) : (
            "It holds from now on."
          )}{" "}
          {done.told.length > 0 &&
            `${new Intl.ListFormat("en-GB").format(done.told)} ${done.told.length === 1 ? "is" : "are"} told that their coming shifts move.`}
        </Notice>
      );
    case "ended":
      return (
        <Notice tone="ok" title="Given back.">
          <Holders {...done} reader={reader} />
        </Notice>
      );
  }
}

function Holders({ holders, span, reader }: Extract<DoneView, { kind: "ended" }> & { reader: Reader }) {
  const { address, timeZone, now } = reader;
  const names = holders.map((person) => (person.address === address ? "you" : person.name));
  const who = names.length > 0 ? new Intl.ListFormat("en").format(names) : "nobody";
  const verb = names.length > 1 || names[0] === "you" ? "stand" : "stands";
  return (
    <>
      {who[0]?.toUpperCase()}
      {who.slice(1)} {verb} it{" "}
      {Date.parse(span.from) <= Date.parse(now) ? (
        `until ${untilText(span.to, timeZone, now)}`
      ) : (
        <SpanText {...span} timeZone={timeZone} />
      )}
      .
    </>
  );
}

function Thanks({ title, action, children }: { title: ReactNode; action: ReactNode; children: ReactNode }) {
  return (
    <Notice tone="ok" action={action} className="py-3.5!">
      <p className="font-semibold text-large">{title}</p>
      <div className="mt-0.5 text-ink-soft">{children}</div>
    </Notice>
  );
}

function takenWords(stands: readonly OverrideView[], { address, timeZone, now }: Reader): ReactNode {
  const [stand] = stands;
  if (!stand) return "It is done.";
  const who = stand.person.address === address ? "You have" : `${stand.person.name} has`;
  const isNow = Date.parse(stand.from) <= Date.parse(now);
  const when = isNow ? `until ${untilText(stand.to, timeZone, now)}` : undefined;
  return (
    <>
      {who} the watch {when ?? <SpanText from={stand.from} to={stand.to} timeZone={timeZone} />}. Thank you.
    </>
  );
}

/** A claim of several spans is given back span by span. */
function GiveBackEach({ rotation, stands, timeZone }: { rotation: Ref; stands: OverrideView[]; timeZone: string }) {
  const mine = stands.filter(({ canEnd }) => canEnd);
  return (
    <div className="grid gap-2">
      {mine.map(({ id, from, to }) => (
        <Form key={id} action={giveBackAction}>
          <input type="hidden" name="rotation" value={rotation.slug} />
          <input type="hidden" name="override" value={id} />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="to" value={to} />
          <Button type="submit" size="small">
            Give back
            {mine.length > 1 && (
              <span>
                <SpanText from={from} to={to} timeZone={timeZone} />
              </span>
            )}
          </Button>
        </Form>
      ))}
    </div>
  );
}

function UndoSwap({ rotation, swap, stands }: Extract<DoneView, { kind: "swapped" }>) {
  const [first] = stands;
  if (!first || !stands.some(({ canEnd }) => canEnd)) return null;
  return (
    <Form action={undoSwapAction}>
      <input type="hidden" name="rotation" value={rotation.slug} />
      <input type="hidden" name="swap" value={swap} />
      <input type="hidden" name="from" value={first.from} />
      <input type="hidden" name="to" value={first.to} />
      <Button type="submit" size="small">
        Undo
      </Button>
    </Form>
  );
}

function Withdraw({ request }: { request: string }) {
  return (
    <Form action={withdrawCoverAction}>
      <Button type="submit" size="small" name="request" value={request}>
        Withdraw
      </Button>
    </Form>
  );
}
