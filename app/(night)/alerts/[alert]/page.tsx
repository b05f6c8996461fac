import type { Metadata, Viewport } from "next";
import { AlertBriefing } from "#components/briefing/alert-briefing";
import { AlertOutcome } from "#components/briefing/alert-outcome";
import { Live } from "#components/briefing/live";
import { NightFrame } from "#components/briefing/night-frame";
import { ResolvedByNow } from "#components/briefing/resolved-by-now";
import { isNight } from "#lib/briefing/night";
import { loadAlert } from "./load-alert";

type Props = PageProps<"/alerts/[alert]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { alert, service } = (await loadAlert(props)).briefing;
  return { title: service ? `${service.name}: ${alert.summary}` : alert.summary };
}

/** The browser around the page is as dim as the page. */
export async function generateViewport(props: Props): Promise<Viewport> {
  const { at, viewer } = await loadAlert(props);
  return isNight(at, viewer.timeZone) ? { themeColor: "#070504", colorScheme: "dark" } : {};
}

/** The page for somebody whose phone rang: whole in one answer, for a session or the link of a message. */
export default async function AlertPage(props: Props) {
  const { viewer, sender, briefing, at } = await loadAlert(props);
  const reading = { timeZone: viewer.timeZone, now: at.toString() };
  const frame = { ...reading, isNight: isNight(at, viewer.timeZone) };
  const shown = { own: viewer.email, sender, reading };
  const live = { alert: briefing.alert.id, linkKey: sender.linkKey, entry: briefing.entries.at(-1)?.id ?? 0 };
  if (briefing.isOver)
    return (
      <>
        <NightFrame {...frame}>
          {sender.linkKey === null ? (
            <AlertOutcome {...shown} briefing={briefing} />
          ) : (
            <ResolvedByNow {...reading} alert={briefing.alert} />
          )}
        </NightFrame>
        <Live {...live} callee={null} />
      </>
    );
  return (
    <>
      <NightFrame {...frame}>
        <AlertBriefing {...shown} briefing={briefing} />
      </NightFrame>
      <Live {...live} callee={briefing.seats.find(({ seat }) => seat === "ops")?.person ?? null} />
    </>
  );
}
