"use client";

import { useEffect, useState } from "react";
import { type Calling, followBriefing, type LiveState } from "#components/briefing/live-follow";

/** Whom to call by hand while ops cannot be paged from here. */
export type Callee = { name: string; phone: string | null; email: string | null };

type LiveProps = {
  /** The alert's id. */
  alert: string;
  linkKey: string | null;
  /** The last line of the timeline that the page shows. */
  entry: number;
  /** Null where nobody stands the ops watch, or nobody is needed. */
  callee: Callee | null;
};

/**
 * Keeps the briefing up to date, and says so where it cannot: the age of what is shown, taps that wait for the network,
 * and above all whether ops was paged. Draws nothing while all is well.
 */
export function Live({ alert, linkKey, entry, callee }: LiveProps) {
  const [state, setState] = useState<LiveState>({ staleSeconds: null, queued: [], refused: null, calling: null });
  useEffect(() => followBriefing({ alert, linkKey, entry }, setState), [alert, linkKey, entry]);

  const { staleSeconds, queued, refused, calling } = state;
  const isSaying = staleSeconds !== null || queued.length > 0 || refused !== null || calling !== null;
  return (
    <div role="status">
      {isSaying && (
        <div className="night-said" data-tone={calling || refused ? "bad" : undefined}>
          {calling && <CallingWords calling={calling} callee={callee} />}
          {refused && <p>{refused}</p>}
          {queued.length > 0 && (
            <p>
              {queued.join(", ")}: {queued.length === 1 ? "waits" : "wait"} for the network, and{" "}
              {queued.length === 1 ? "is" : "are"} sent as soon as there is one.
            </p>
          )}
          {staleSeconds !== null && <p>No connection. What you see is {ageWords(staleSeconds)} old.</p>}
        </div>
      )}
    </div>
  );
}

function CallingWords({ calling, callee }: { calling: Calling; callee: Callee | null }) {
  return (
    <p role="alert">
      <b>{calling.secondsLeft > 0 ? "Ops is not paged yet." : "Ops was not paged."}</b>{" "}
      {calling.secondsLeft > 0
        ? `The network does not answer; trying for another ${calling.secondsLeft} s. `
        : "The network did not answer for a minute. "}
      {callee ? <CallBy callee={callee} /> : "Call whoever you know of ops."}{" "}
      {calling.secondsLeft <= 0 && (
        <button type="button" onClick={calling.again}>
          Try again
        </button>
      )}
    </p>
  );
}

function CallBy({ callee: { name, phone, email } }: { callee: Callee }) {
  if (phone)
    return (
      <>
        Call {name}: <a href={`tel:${phone}`}>{phone}</a>
      </>
    );
  return (
    <>
      Call {name}
      {email && (
        <>
          {" "}
          (<a href={`mailto:${email}`}>{email}</a>)
        </>
      )}
      .
    </>
  );
}

function ageWords(seconds: number): string {
  return seconds < 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`;
}
