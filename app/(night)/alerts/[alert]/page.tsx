import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { AlertBriefing } from "#components/briefing/alert-briefing";
import { AlertOutcome } from "#components/briefing/alert-outcome";
import { Live } from "#components/briefing/live";
import { NightFrame } from "#components/briefing/night-frame";
import { ResolvedByNow } from "#components/briefing/resolved-by-now";
import { isNight } from "#lib/briefing/night";
import { findBriefing } from "#lib/briefing/queries";
import { rememberReading, requireReader } from "#lib/briefing/reader-queries";
import { now } from "#lib/clock";

type Props = PageProps<"/alerts/[alert]">;

export const metadata: Metadata = { title: "Alert" };

/** The browser around the page is as dim as the page. */
export async function generateViewport({ params, searchParams }: Props): Promise<Viewport> {
  const [{ alert }, { key }] = await Promise.all([params, searchParams]);
  const { viewer } = await requireReader(alert, key);
  return isNight(now(), viewer.timeZone) ? { themeColor: "#070504", colorScheme: "dark" } : {};
}

/** The page for somebody whose phone rang: whole in one answer, for a session or the link of a message. */
export default async function AlertPage({ params, searchParams }: Props) {
  const [{ alert: id }, { key }] = await Promise.all([params, searchParams]);
  const [at, reader] = [now(), await requireReader(id, key)];
  const { viewer, sender } = reader;
  const briefing = await findBriefing(viewer, id, at);
  if (!briefing) notFound();
  rememberReading(reader, id, at);

  const reading = { timeZone: viewer.timeZone, now: at.toString() };
  const props = { own: viewer.email, sender, reading };
  const frame = { ...reading, isNight: isNight(at, viewer.timeZone) };
  const live = { alert: id, linkKey: sender.linkKey, entry: briefing.entries.at(-1)?.id ?? 0 };
  if (briefing.isOver)
    return (
      <>
        <NightFrame {...frame}>
          {sender.linkKey === null ? (
            <AlertOutcome {...props} briefing={briefing} />
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
        <AlertBriefing {...props} briefing={briefing} />
      </NightFrame>
      <Live {...live} callee={briefing.seats.find(({ seat }) => seat === "ops")?.person ?? null} />
    </>
  );
}
