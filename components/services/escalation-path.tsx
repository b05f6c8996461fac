import type { ReactNode } from "react";
import { PersonLink } from "#components/people/person-link";
import { seatWords } from "#components/services/empty-seats";
import { Instant } from "#components/ui/instant";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import type { EscalationView } from "#lib/rotations/escalation/escalation-queries";
import type { SeatName } from "#lib/rotations/standing-in/empty-seats";
import type { Ref, SeatView, ServiceSeats } from "#lib/rotations/views";

type EscalationPathProps = { path: EscalationView; seats: ServiceSeats; timeZone: string };

/** Who is paged for a service, step by step, with whoever stands there now. */
export function EscalationPath({ path, seats, timeZone }: EscalationPathProps) {
  const step = (seat: SeatName, when: string, note?: string) => (
    <Step when={when}>
      <SeatStep seat={seat} rotation={path[seat]} view={seats[seat]} note={note} timeZone={timeZone} />
    </Step>
  );
  return (
    <ol className="rows border-b">
      {step("delivery", "at once")}
      {path.backup && step("backup", `after ${minutes(path.backupAfterMinutes)}`)}
      {step("ops", `after ${minutes(path.opsAfterMinutes)}`, opsNote(path))}
      <Step when={`after ${minutes(path.leadAfterMinutes)}`}>
        <b>The leads</b>
        <span className="block text-ink-soft">of the delivery team and of the ops team, all of them</span>
      </Step>
    </ol>
  );
}

function Step({ when, children }: { when: string; children: ReactNode }) {
  return (
    <li className="grid gap-x-4 py-2.5 sm:grid-cols-[8.2rem_minmax(0,1fr)]">
      <span className="text-ink-faint tabular-nums">{when}</span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}

type SeatStepProps = {
  seat: SeatName;
  rotation: Ref | null;
  view: SeatView | null;
  note: string | undefined;
  timeZone: string;
};

function SeatStep({ seat, rotation, view, note, timeZone }: SeatStepProps) {
  return (
    <>
      <b>{seatWords[seat]}</b>{" "}
      {rotation ? (
        <Link href={`/rotations/${rotation.slug}`}>{rotation.name}</Link>
      ) : (
        <span className="text-port">no rotation</span>
      )}
      {note && <span className="ml-1.5 text-ink-faint text-small">{note}</span>}
      {rotation && (
        <span className="block text-ink-soft">
          {view?.person ? (
            <>
              <Lamp />
              <PersonLink person={view.person} className="text-ink!" />
              {view.until && (
                <span className="text-ink-faint text-small">
                  {" "}
                  until <Instant at={view.until} timeZone={timeZone} style="moment" />
                </span>
              )}
            </>
          ) : (
            <span className="text-port">nobody now: it is passed at once</span>
          )}
        </span>
      )}
    </>
  );
}

function opsNote({ isOwn, isOpsInherited, ops }: EscalationView): string | undefined {
  if (!ops || !isOwn) return undefined;
  return isOpsInherited ? "as the ops team’s rotation" : undefined;
}

const minutes = (count: number) => `${count} min`;
