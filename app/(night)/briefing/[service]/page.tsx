import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { NightFrame } from "#components/briefing/night-frame";
import { ServiceBriefing } from "#components/briefing/service-briefing";
import { requireViewer } from "#lib/auth/viewer";
import { isNight } from "#lib/briefing/night";
import { findServiceBriefing } from "#lib/briefing/queries";
import { now } from "#lib/clock";

type Props = PageProps<"/briefing/[service]">;

export const metadata: Metadata = { title: "Briefing" };

/** The browser around the page is as dim as the page. */
export async function generateViewport(): Promise<Viewport> {
  const { timeZone } = await requireViewer();
  return isNight(now(), timeZone) ? { themeColor: "#070504", colorScheme: "dark" } : {};
}

/** What is known of a service before there is an alert; `?rule=` names the rule for which no runbook was found. */
export default async function ServiceBriefingPage({ params, searchParams }: Props) {
  const [viewer, { service: slug }, { rule }] = await Promise.all([requireViewer(), params, searchParams]);
  const at = now();
  const asked = typeof rule === "string" && rule.trim() ? rule.trim().slice(0, 200) : null;
  const briefing = await findServiceBriefing(viewer, slug, { rule: asked, at });
  if (!briefing) notFound();

  const reading = { timeZone: viewer.timeZone, now: at.toString() };
  return (
    <NightFrame {...reading} isNight={isNight(at, viewer.timeZone)}>
      <ServiceBriefing briefing={briefing} rule={asked} own={viewer.email} reading={reading} />
    </NightFrame>
  );
}
