import { classNames } from "#components/ui/class-name";
import { instantText } from "#components/ui/instant-text";
import { Lamp } from "#components/ui/lamp";
import type { Band, Bar, DrawnDay, DrawnRow } from "#lib/rotations/drawing/strip";
import { textWidthEm } from "#lib/rotations/editor/text-width";

type StripTrackProps = { row: DrawnRow & { name: string }; days: readonly DrawnDay[]; timeZone: string };

const mostSaid = 8;

/** One row of a strip. For a screen reader it is an image that says who stands watch until when. */
export function StripTrack({ row, days, timeZone }: StripTrackProps) {
  return (
    <div role="img" aria-label={wordsFor(row, timeZone)} className="relative isolate h-10.5 overflow-clip">
      {days.slice(1).map(({ day, left }) => (
        <span key={day} className="absolute inset-y-0 w-px bg-line/70" style={{ left: `${left}%` }} />
      ))}
      {row.bars.map((bar) => (
        <BarBlock key={`${bar.left} ${bar.width}`} bar={bar} title={barWords(bar, timeZone)} />
      ))}
      {row.nights.map((night) => (
        <span key={night.left} className="absolute inset-y-0 z-1 bg-night-shade" style={placeOf(night)} />
      ))}
      {row.now !== null && (
        <span
          className="absolute inset-y-0 z-3 w-0.5 bg-ink in-data-seeks-now:[scroll-initial-target:nearest] forced-colors:bg-[CanvasText]"
          style={{ left: `${row.now}%` }}
        />
      )}
    </div>
  );
}

const looks: Record<Bar["kind"], string> = {
  watch: "border-accent/35 bg-accent-wash text-ink",
  override: "border-over/50 bg-over-wash text-over",
  gap: "border-port border-dashed bg-[repeating-linear-gradient(-45deg,var(--port-wash)_0_6px,transparent_6px_12px)] font-semibold text-port",
};

const pastLook = "border-accent/20 bg-accent-wash/50 text-ink-soft";

function BarBlock({ bar, title }: { bar: Bar; title: string }) {
  const { kind, isNow, isCutBefore, isCutAfter } = bar;
  return (
    <span
      title={title}
      className={classNames(
        "absolute inset-y-1.75 min-w-1 overflow-clip border",
        bar.isPast && kind === "watch" ? pastLook : looks[kind],
        isCutBefore ? "border-l-0" : "rounded-l-small",
        isCutAfter ? "border-r-0" : "rounded-r-small",
      )}
      style={{ left: `${bar.left}%`, width: isCutAfter ? `${bar.width}%` : `calc(${bar.width}% - 2px)` }}
    >
      <span className="relative z-2 mx-1 block h-full overflow-clip text-small leading-[1.5625rem] [overflow-wrap:normal]">
        {kind === "gap" ? (
          <FittingName name="nobody" width={bar.width} />
        ) : (
          <FittingName name={bar.person?.name ?? ""} isLit={isNow} width={bar.width} />
        )}
      </span>
    </span>
  );
}

/** No strip is narrower than on a phone of 320 px, in the em of its names. */
const narrowestEm = 22;

/**
 * As much of a name as fits on one line. A word that does not fit begins the next one, which is out of sight; where
 * even the first does not, initials take its place. No script measures anything: widths are compared in `calc`.
 */
function FittingName({ name, isLit, width }: { name: string; isLit?: boolean; width: number }) {
  const [first = ""] = name.split(/\s+/);
  const [least, enough] = [isLit ? 2.4 : 1.6, textWidthEm(first) + (isLit ? 1 : 0)];
  const lamp = isLit && <Lamp isSaid />;
  if ((narrowestEm * width) / 100 > enough + 1) {
    return (
      <>
        {lamp}
        {name}
      </>
    );
  }
  const shown = `min(max(0px, (${enough}em - 100%) * 999), max(0px, (100% - ${least}em) * 999))`;
  return (
    <>
      {lamp}
      <span className="inline-block h-[1lh] overflow-clip whitespace-nowrap align-top" style={{ maxWidth: shown }}>
        {initialsOf(name)}
      </span>
      {/* Nothing may stand on the first line but initials once they are shown, so the name asks for all of it. */}
      <span>{name}</span>
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? "")][0] ?? "").join("");
}

const placeOf = ({ left, width }: Band) => ({ left: `${left}%`, width: `${width}%` });

/** `Ada Okafor, until Mon 30 Nov, 09:00; …`. */
function wordsFor({ name, bars }: DrawnRow & { name: string }, timeZone: string): string {
  const said = bars.slice(0, mostSaid).map((bar) => barWords(bar, timeZone));
  const rest = bars.length > mostSaid ? [`and ${bars.length - mostSaid} more`] : [];
  return `${name}: ${[...said, ...rest].join("; ") || "nothing"}`;
}

function barWords({ kind, person, from, to, isNow }: Bar, timeZone: string): string {
  const span = spanWords(from && instantText(from, timeZone, "moment"), to && instantText(to, timeZone, "moment"));
  if (kind === "gap") return `nobody${span}${person ? ` (it would be ${person.name}, who is deactivated)` : ""}`;
  return `${person?.name}${kind === "override" ? ", standing in" : ""}${isNow ? ", on watch now" : ""}${span}`;
}

function spanWords(from: string | null, to: string | null): string {
  if (from) return `, ${from} to ${to ?? "beyond what is shown"}`;
  return to ? `, until ${to}` : "";
}
