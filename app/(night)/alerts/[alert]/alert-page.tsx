import { AlertBriefing } from "#components/briefing/alert-briefing";
import { AlertOutcome } from "#components/briefing/alert-outcome";
import { LivePlace } from "#components/briefing/live-place";
import { NightFrame } from "#components/briefing/night-frame";
import { ResolvedByNow } from "#components/briefing/resolved-by-now";
import { isNight } from "#lib/briefing/night";
import { findBriefing } from "#lib/briefing/queries";
import { rememberReading, requireReader } from "#lib/briefing/reader-queries";
import { now } from "#lib/clock";
import type { NightPage } from "../../night-page";

/** The page for somebody whose phone rang, for a session or the link of a message; undefined without such an alert. */
export async function findAlertPage(
  request: Request,
  { alert: id }: { alert: string },
): Promise<NightPage | undefined> {
  const at = now();
  const asked = requireReader(id, new URL(request.url).searchParams.get("key") ?? undefined);
  const askedBy = asked.then((reader) => reader.viewer);
  const [reader, briefing] = await Promise.all([asked, findBriefing(askedBy, id, at)]);
  if (!briefing) return undefined;
  rememberReading(reader, id, at);

  const { viewer, sender } = reader;
  const { alert, service, entries, isOver } = briefing;
  const reading = { timeZone: viewer.timeZone, now: at.toString() };
  const shown = { own: viewer.email, sender, reading };
  const frame = { ...reading, isNight: isNight(at, viewer.timeZone) };
  const ops = isOver ? undefined : briefing.seats.find(({ seat }) => seat === "ops")?.person;
  const callee = ops ? { name: ops.name, phone: ops.phone, email: ops.email } : null;
  const words = briefing.isOver ? (
    sender.linkKey === null ? (
      <AlertOutcome {...shown} briefing={briefing} />
    ) : (
      <ResolvedByNow {...reading} alert={alert} />
    )
  ) : (
    <AlertBriefing {...shown} briefing={briefing} />
  );
  return {
    title: service ? `${service.name}: ${alert.summary}` : alert.summary,
    isNight: frame.isNight,
    content: (
      <>
        <NightFrame {...frame}>{words}</NightFrame>
        <LivePlace alert={alert.id} linkKey={sender.linkKey} entry={entries.at(-1)?.id ?? 0} callee={callee} />
      </>
    ),
  };
}
