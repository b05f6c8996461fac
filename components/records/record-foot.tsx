import { Instant } from "#components/ui/instant";
import type { RecordOfDays } from "#lib/records/queries";
import { leftOut, purpose, sources } from "#lib/records/views";

/** Where all of this comes from, what is not in it, and what it is for. */
export function RecordFoot({ record: { madeAt, timeZone } }: { record: RecordOfDays }) {
  return (
    <div className="mt-2 mb-8 grid max-w-[44rem] gap-1.5 border-t pt-3 text-ink-faint text-small">
      <p>{purpose}</p>
      <p>{sources}</p>
      <p>{leftOut} A part of which there was nothing in these days is left out.</p>
      <p>
        Made on <Instant at={madeAt} timeZone={timeZone} isZoneShown />.
      </p>
    </div>
  );
}
