import { Fragment } from "react";
import { Clock, type Reading } from "#components/briefing/clock";
import type { AlertView, MessageFate, PageView } from "#lib/alerts/views";
import type { WatchSeat } from "#lib/briefing/views";
import { methodWords } from "#lib/notifications/method-words";

type AskedProps = Reading & {
  alert: AlertView;
  /** Null for somebody in none of the three seats. */
  seat: WatchSeat | null;
  address: string;
  /** Those to this person, in the order in which they were made. */
  pages: readonly PageView[];
};

/** Whether somebody was asked, how, and what came of it. */
export function Asked({ alert, seat, address, pages, ...reading }: AskedProps) {
  const last = pages.at(-1);
  if (!last) return <NotAsked {...{ alert, seat, reading }} />;
  const shown = last.messages.filter(({ status }) => status !== "dropped");
  return (
    <>
      {last.kind === "asks-again" ? "asked again" : "paged"} <Clock at={last.at} {...reading} />
      {last.by && ` by ${last.by}`}
      {shown.map((message) => (
        <Fragment key={`${message.method} ${message.dueAt}`}>
          {message.sentAt && isSameMinute(message.sentAt, last.at) ? " " : ", "}
          <Fate message={message} pagedAt={last.at} reading={reading} />
        </Fragment>
      ))}
      {" · "}
      <Answer {...{ alert, address, last, reading }} />
    </>
  );
}

function NotAsked({ alert, seat, reading }: Pick<AskedProps, "alert" | "seat"> & { reading: Reading }) {
  const { nextStep, gate, leader, status } = alert;
  if (status === "triggered" && seat !== null && nextStep?.seat === seat)
    return (
      <>
        will be paged at <Clock at={nextStep.at} {...reading} /> unless somebody answers
      </>
    );
  if (leader) return <>paged for the alert that leads this storm, if at all</>;
  return <>not paged{gate.decision === "hold" ? ": the alert is held" : status === "resolved" ? "" : " yet"}</>;
}

type AnswerProps = { alert: AlertView; address: string; last: PageView; reading: Reading };

function Answer({ alert: { holder, acknowledgedAt, status }, address, last, reading }: AnswerProps) {
  if (holder?.address === address && acknowledgedAt)
    return (
      <span className="night-ok">
        has it since <Clock at={acknowledgedAt} {...reading} />
      </span>
    );
  if (last.answeredAt)
    return (
      <span className="night-ok">
        answered <Clock at={last.answeredAt} {...reading} />
      </span>
    );
  return status === "triggered" ? <b className="night-warn">no answer yet</b> : <>no answer</>;
}

/** “by phone call 03:07”, and never where it leads. */
function Fate({ message, pagedAt, reading }: { message: MessageFate; pagedAt: string; reading: Reading }) {
  const { method, status, sentAt, dueAt, failure } = message;
  const how = methodWords(method);
  if (status === "failed") return <span className="night-bad">{`${how} failed${failure ? `: ${failure}` : ""}`}</span>;
  if (sentAt)
    return (
      <>
        by {how}
        {!isSameMinute(sentAt, pagedAt) && (
          <>
            {" "}
            <Clock at={sentAt} {...reading} />
          </>
        )}
      </>
    );
  if (failure) return <span className="night-warn">{`${how} is tried again: ${failure}`}</span>;
  return Date.parse(dueAt) > Date.parse(reading.now) ? (
    <>
      {how} at <Clock at={dueAt} {...reading} />
    </>
  ) : (
    <>{how} on its way</>
  );
}

const isSameMinute = (one: string, other: string) =>
  Math.floor(Date.parse(one) / 60_000) === Math.floor(Date.parse(other) / 60_000);
