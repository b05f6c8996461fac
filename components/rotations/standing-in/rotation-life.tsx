import type { ReactNode } from "react";
import { NewcomerNotice } from "#components/rotations/first-watch/newcomer-notice";
import { HandoffNotes } from "#components/rotations/handoff-notes/handoff-note";
import { RosterWarnings } from "#components/rotations/load/roster-warnings";
import { CoverRequestList } from "#components/rotations/standing-in/cover-request-list";
import { DoneNotice } from "#components/rotations/standing-in/done-notice";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { RotationLife } from "#lib/rotations/standing-in/rotation-life-queries";
import type { RotationView } from "#lib/rotations/views";

type LifeProps = {
  rotation: RotationView;
  life: RotationLife;
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
  now: string;
};

/** Before everything else: what was just done, and what somebody makes sure of before a first watch. */
export function LifeNews({ rotation, life, ...reader }: LifeProps) {
  return (
    <>
      <DoneNotice done={life.done} {...reader} />
      <NewcomerNotice rotation={rotation} newcomer={life.newcomer} timeZone={reader.timeZone} />
    </>
  );
}

/** What waits for somebody: a note for whoever took the watch, and colleagues who ask for cover. */
export function LifeWaiting({ rotation, life, address, timeZone }: LifeProps) {
  const toRead = life.notes.filter(({ isToRead }) => isToRead);
  return (
    <>
      <HandoffNotes title="Left for you" notes={toRead} timeZone={timeZone} />
      <CoverRequestList
        requests={life.requests}
        address={address}
        timeZone={timeZone}
        canHandOver={rotation.permissions.canHandOver}
      />
    </>
  );
}

/** Where coming watches meet life, and the notes that were left. */
export function LifeAhead({ rotation, life, address, timeZone }: LifeProps) {
  return (
    <>
      <RosterWarnings rotation={rotation} warnings={life.warnings} address={address} timeZone={timeZone} />
      <HandoffNotes notes={life.notes.filter(({ isToRead }) => !isToRead)} timeZone={timeZone} />
    </>
  );
}

/** The ways into the night that nobody has to go alone. */
export function LifeRooms({ rotation }: { rotation: RotationView }): ReactNode {
  const rooms = { shadow: "Shadow a watch", readiness: "Before a first watch", handoff: "Handoff note" };
  return (
    <Section title="Not alone">
      <ul className="rows border-b">
        {Object.entries(rooms).map(([room, words]) => (
          <li key={room} className="py-1.75">
            <Link href={`/rotations/${rotation.slug}/${room}`}>{words}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
