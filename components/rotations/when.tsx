import { Instant } from "#components/ui/instant";
import { type InstantStyle, instantText, zoneText } from "#components/ui/instant-text";

type WhenProps = {
  /** ISO 8601. */
  at: string;
  /** The reader's IANA zone. */
  timeZone: string;
  /** The IANA zone of the rotation, or of whoever stands the watch; nothing stands beside without one. */
  homeZone: string | null | undefined;
  style?: InstantStyle;
};

/** A moment in the reader's zone and, where clocks show something else there, in the other zone beside it. */
export function When({ at, timeZone, homeZone, style = "moment" }: WhenProps) {
  if (!homeZone) return <Instant at={at} timeZone={timeZone} style={style} />;
  const isElsewhere = instantText(at, timeZone, style) !== instantText(at, homeZone, style);
  const isOtherDay = instantText(at, timeZone, "day") !== instantText(at, homeZone, "day");
  return (
    <>
      <Instant at={at} timeZone={timeZone} style={style} />
      {isElsewhere && (
        <span className="text-ink-faint text-small">
          {" "}
          ({instantText(at, homeZone, isOtherDay ? "weekday" : "time")} {zoneText(homeZone)})
        </span>
      )}
    </>
  );
}
