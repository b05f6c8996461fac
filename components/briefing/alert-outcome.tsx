import { AfterTheNight } from "#components/briefing/after-the-night";
import type { Reading } from "#components/briefing/clock";
import { Outcome } from "#components/briefing/outcome";
import { ReviewForm } from "#components/briefing/review-form";
import { Timeline } from "#components/briefing/timeline";
import { WhatBroke } from "#components/briefing/what-broke";
import { WhatCame } from "#components/briefing/what-came";
import type { Sender } from "#lib/briefing/sender";
import type { Aftermath } from "#lib/briefing/views";

type AlertOutcomeProps = {
  briefing: Aftermath;
  /** The reader's address. */
  own: string | null;
  sender: Sender;
  reading: Reading;
};

/** An alert that is over: what it was, a minute for the morning after, and what happened. */
export function AlertOutcome({ briefing, own, sender, reading }: AlertOutcomeProps) {
  const { alert, service, entries, watches } = briefing;
  return (
    <>
      <WhatBroke {...{ alert, service, asked: undefined, ...reading }} />
      <Outcome {...{ alert, sender, ...reading }} />
      <AfterTheNight {...{ watches, sender, ...reading }} />
      <ReviewForm {...{ alert, own, sender }} />
      <Timeline entries={entries} {...reading} />
      <WhatCame alert={alert} />
    </>
  );
}
