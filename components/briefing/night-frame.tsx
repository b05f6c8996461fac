import type { ReactNode } from "react";
import type { Reading } from "#components/briefing/clock";
import { instantText, zoneText } from "#components/ui/instant-text";

type NightFrameProps = Reading & {
  /** It is night where the reader is: the page is dim. By day it is as the reader has chosen. */
  isNight: boolean;
  children: ReactNode;
};

/** The page of the night: one column, the time where the reader is and in UTC. */
export function NightFrame({ isNight, children, timeZone, now }: NightFrameProps) {
  return (
    <main className="night" data-theme={isNight ? "night" : undefined}>
      <div className="night-bar">
        <a href="/">Watchbill</a>
        <span>
          <time dateTime={now}>{instantText(now, timeZone, "weekday")}</time> in {zoneText(timeZone)}
          {timeZone !== "UTC" && ` · ${instantText(now, "UTC", "time")} UTC`}
        </span>
      </div>
      {children}
    </main>
  );
}
