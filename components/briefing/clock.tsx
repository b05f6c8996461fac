import { instantText } from "#components/ui/instant-text";

export type Reading = {
  /** The reader's IANA zone. */
  timeZone: string;
  /** When the page was made, ISO 8601. */
  now: string;
};

const today = 16 * 60 * 60_000;

/** A moment as somebody says it who was just woken: `03:05`, or with its day when that was not this night. */
export function Clock({ at, timeZone, now }: Reading & { at: string }) {
  const isNear = Math.abs(Date.parse(now) - Date.parse(at)) < today;
  return <time dateTime={at}>{instantText(at, timeZone, isNear ? "time" : "moment")}</time>;
}
