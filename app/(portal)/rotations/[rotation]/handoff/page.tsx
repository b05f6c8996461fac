import { HandoffNotes } from "#components/rotations/handoff-notes/handoff-note";
import { HandoffNoteForm } from "#components/rotations/handoff-notes/handoff-note-form";
import { NothingToHandOver } from "#components/rotations/handoff-notes/nothing-to-hand-over";
import { TaskHeader } from "#components/rotations/task-header";
import { instantText } from "#components/ui/instant-text";
import { now } from "#lib/clock";
import { findHandoff, listHandoffNotes } from "#lib/rotations/handoff-notes/handoff-note-queries";
import { prefilledWorries } from "#lib/rotations/handoff-notes/handoff-prefill";
import { loadRotation, rotationMetadata } from "../load-rotation";

type Props = PageProps<"/rotations/[rotation]/handoff">;

export const generateMetadata = ({ params }: Props) => rotationMetadata(params, "Handoff note");

export default async function HandoffPage({ params }: Props) {
  const [{ viewer, rotation }, at] = [await loadRotation(params, "/handoff"), now()];
  const { timeZone } = viewer;
  const [found, notes] = await Promise.all([findHandoff(viewer, rotation, at), listHandoffNotes(viewer, rotation, at)]);
  const others = notes.filter(({ handoffAt }) => handoffAt !== found?.note?.handoffAt);

  return (
    <>
      <TaskHeader
        rotation={rotation}
        title={found?.handoff.incoming ? `For ${found.handoff.incoming.name}` : "Handoff note"}
        lede={
          found &&
          `Read by whoever takes the watch on ${instantText(found.handoff.at, timeZone, "moment")}. A minute is enough.`
        }
      />
      {found ? (
        <HandoffNoteForm
          rotation={rotation}
          handoff={found.handoff}
          note={found.note}
          worries={prefilledWorries(found.known, timeZone)}
        />
      ) : (
        <NothingToHandOver rotation={rotation} />
      )}
      <div className="mt-8">
        <HandoffNotes title="Notes before" notes={others} timeZone={timeZone} />
      </div>
    </>
  );
}
