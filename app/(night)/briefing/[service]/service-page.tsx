import { NightFrame } from "#components/briefing/night-frame";
import { ServiceBriefing } from "#components/briefing/service-briefing";
import { findViewer } from "#lib/auth/viewer";
import { isNight } from "#lib/briefing/night";
import { findServiceBriefing } from "#lib/briefing/queries";
import { now } from "#lib/clock";
import { Unauthenticated } from "#lib/errors";
import type { NightPage } from "../../night-page";

/** What is known of a service before there is an alert; `?rule=` names the rule for which no runbook was found. */
export async function findServicePage(
  request: Request,
  { service: slug }: { service: string },
): Promise<NightPage | undefined> {
  const at = now();
  const viewer = await findViewer();
  if (!viewer) throw new Unauthenticated();
  const rule = new URL(request.url).searchParams.get("rule")?.trim().slice(0, 200) || null;
  const briefing = await findServiceBriefing(viewer, slug, { rule, at });
  if (!briefing) return undefined;

  const reading = { timeZone: viewer.timeZone, now: at.toString() };
  const frame = { ...reading, isNight: isNight(at, viewer.timeZone) };
  return {
    title: briefing.service ? `Briefing of ${briefing.service.name}` : "Briefing",
    isNight: frame.isNight,
    content: (
      <NightFrame {...frame}>
        <ServiceBriefing briefing={briefing} rule={rule} own={viewer.email} reading={reading} />
      </NightFrame>
    ),
  };
}
