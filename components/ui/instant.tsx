import { type InstantStyle, instantText, relativeText, zoneText } from "#components/ui/instant-text";

type InstantProps = {
  /** ISO 8601. */
  at: string;
  /** IANA name of the reader's zone. */
  timeZone: string;
  style?: InstantStyle | "relative";
  /** ISO 8601; needed for `relative`. */
  now?: string;
  isZoneShown?: boolean;
  className?: string;
};

/** A moment in words, with the full date and zone for whoever wants it exactly. */
export function Instant({ at, timeZone, style = "full", now, isZoneShown, className }: InstantProps) {
  const full = `${instantText(at, timeZone, "full")} ${zoneText(timeZone)}`;
  const isRelative = style === "relative" && now !== undefined;
  const text = isRelative ? relativeText(at, now) : instantText(at, timeZone, style === "relative" ? "full" : style);

  return (
    <time dateTime={at} title={full} className={className}>
      {text}
      {isZoneShown && ` ${zoneText(timeZone)}`}
    </time>
  );
}
