import type { ReactNode } from "react";
import type { Reading } from "#components/briefing/clock";
import { instantText, zoneText } from "#components/ui/instant-text";
import { asIs, markupOf } from "#components/ui/markup";

type NightFrameProps = Reading & {
  /** It is night where the reader is: the page is dim. By day it is as the reader has chosen. */
  isNight: boolean;
  children: ReactNode;
};

/**
 * The page of the night: one column, the time where the reader is and in UTC. It is handed to React as the HTML it is: no
 * part of it needs a script, and newer parts are put in its place as HTML too.
 */
export function NightFrame({ isNight, children, ...reading }: NightFrameProps) {
  const content = asIs(markupOf([<Bar key="bar" {...reading} />, children]));
  return <main className="night" data-theme={isNight ? "night" : undefined} {...content} />;
}

function Bar({ timeZone, now }: Reading) {
  return (
    <div className="night-bar">
      <a href="/">Watchbill</a>
      <span>
        <time dateTime={now}>{instantText(now, timeZone, "weekday")}</time> in {zoneText(timeZone)}
        {timeZone !== "UTC" && ` · ${instantText(now, "UTC", "time")} UTC`}
      </span>
    </div>
  );
}
