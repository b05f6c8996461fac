import { Link } from "#components/ui/link";
import type { Timeline } from "#lib/rotations/drawing/timeline";

/** The ways to the weeks before and after. They are part of the address, so the browser's way back works. */
export function WeekLinks({ here, timeline }: { here: string; timeline: Timeline }) {
  return (
    <nav aria-label="Weeks" className="flex gap-3">
      <Link href={`${here}?from=${timeline.earlier}`}>Earlier</Link>
      {!timeline.isPresent && <Link href={here}>Now</Link>}
      <Link href={`${here}?from=${timeline.later}`}>Later</Link>
    </nav>
  );
}
