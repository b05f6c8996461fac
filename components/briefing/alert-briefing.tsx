import type { Reading } from "#components/briefing/clock";
import { Controls } from "#components/briefing/controls";
import { DoThis } from "#components/briefing/do-this";
import { HowItWorks } from "#components/briefing/how-it-works";
import { IsItOver } from "#components/briefing/is-it-over";
import { Lately } from "#components/briefing/lately";
import { LooksLike } from "#components/briefing/looks-like";
import { MoreControls } from "#components/briefing/more-controls";
import { Needs } from "#components/briefing/needs";
import { Similar } from "#components/briefing/similar";
import { SoFar } from "#components/briefing/so-far";
import { Timeline } from "#components/briefing/timeline";
import { WhatBroke } from "#components/briefing/what-broke";
import { WhatCame } from "#components/briefing/what-came";
import { WhoIsHere } from "#components/briefing/who-is-here";
import { askWhom } from "#lib/briefing/ask-whom";
import type { Sender } from "#lib/briefing/sender";
import type { Briefing } from "#lib/briefing/views";

type AlertBriefingProps = {
  briefing: Briefing;
  /** The reader's address. */
  own: string | null;
  sender: Sender;
  reading: Reading;
};

/** The nine parts of the briefing, in the order in which they are needed. */
export function AlertBriefing({ briefing, own, sender, reading }: AlertBriefingProps) {
  const { alert, service, seats, opsTeam, fallbackOpsTeam } = briefing;
  const asked = askWhom(briefing, own);
  const ops = seats.find(({ seat }) => seat === "ops");
  const isHolder = alert.holder !== null && alert.holder.address === own;
  const { canMarkSteps } = alert.permissions;
  return (
    <>
      <WhatBroke {...{ alert, service, asked, ...reading }} />
      <Controls {...{ alert, ops, isHolder, sender, ...reading }} behindOps={fallbackOpsTeam ?? opsTeam} />
      <MoreControls {...{ alert, sender }} colleagues={briefing.colleagues} neighbours={briefing.neighbours} />
      <SoFar {...{ alert, own, ...reading }} entries={briefing.entries} />
      <WhoIsHere {...{ seats, alert, own, ...reading }} experts={briefing.experts} />
      <LooksLike signatures={briefing.looksLike} asked={asked} />
      <DoThis
        {...{ service, asked, sender, ...reading }}
        {...{ runbook: briefing.runbook, otherRunbooks: briefing.otherRunbooks, canWrite: briefing.canWrite }}
        {...{ rule: alert.rule, alertId: alert.id, canMark: canMarkSteps }}
      />
      <Lately {...{ asked, ...reading }} changes={briefing.changes} since={alert.startsAt} />
      <Needs {...{ service, asked, ...reading }} {...pick(briefing)} />
      <HowItWorks {...{ service, asked }} note={briefing.note} timeZone={reading.timeZone} />
      <Similar {...{ asked, ...reading }} similar={briefing.similar} />
      <Timeline entries={briefing.entries} {...reading} />
      <IsItOver {...{ alert, sender }} />
      <WhatCame alert={alert} />
    </>
  );
}

const pick = ({ neighbours, neighbourCount, changes }: Briefing) => ({ neighbours, neighbourCount, changes });
