import { HandoffNotes } from "#components/rotations/handoff-notes/handoff-note";
import { CoverRequestList } from "#components/rotations/standing-in/cover-request-list";
import type { HandoffNoteView } from "#lib/rotations/handoff-notes/handoff-note-queries";
import type { OpenRequest } from "#lib/rotations/standing-in/rotation-life-queries";

type LifeProps = {
  requests: readonly OpenRequest[];
  notes: readonly HandoffNoteView[];
  /** The reader's own address. */
  address: string | null;
  timeZone: string;
};

/** What cannot wait: a note left for the reader, and colleagues who ask for cover. Nothing on a quiet day. */
export function Life({ requests, notes, address, timeZone }: LifeProps) {
  return (
    <>
      <HandoffNotes title="Left for you" notes={notes} timeZone={timeZone} isRotationShown />
      <CoverRequestList requests={requests} address={address} timeZone={timeZone} isRotationShown />
    </>
  );
}
