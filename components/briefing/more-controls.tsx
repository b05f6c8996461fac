import { BringIn, HandOver, Note } from "#components/briefing/more-forms";
import type { AlertView } from "#lib/alerts/views";
import type { Sender } from "#lib/briefing/sender";
import type { Colleague, Surroundings } from "#lib/briefing/views";
import type { Ref } from "#lib/rotations/views";

type MoreControlsProps = Pick<Surroundings, "neighbours"> & {
  alert: AlertView;
  /** Whom the alert may be handed to, the likeliest first. */
  colleagues: readonly Colleague[];
  sender: Sender;
};

/** Bring in, hand over, note, resolve: what needs a word, and so needs a session. */
export function MoreControls({ alert, colleagues, neighbours, sender }: MoreControlsProps) {
  if (alert.status === "resolved") return null;
  if (sender.linkKey !== null) return <SignIn alertId={alert.id} />;
  const { canBringIn, canHandOver, canNote, canResolve } = alert.permissions;
  const form = { alertId: alert.id, sender };
  const words = [canBringIn && "bring somebody in", canHandOver && "hand it over", canNote && "note something"];
  return (
    <section id="more" aria-label="More" data-live="">
      <details className="night-more">
        <summary>More: {words.filter(Boolean).join(", ")}</summary>
        <div className="night-rows">
          {canBringIn && <BringIn {...form} colleagues={colleagues} teams={teamsOf(neighbours)} />}
          {canHandOver && <HandOver {...form} colleagues={colleagues} />}
          {canNote && <Note {...form} />}
          {canResolve && (
            <a className="night-tap" href="#resolve">
              It is over
            </a>
          )}
        </div>
      </details>
    </section>
  );
}

/** By the link of a message somebody acknowledges, marks steps and pages ops; the rest asks who they are. */
function SignIn({ alertId }: { alertId: string }) {
  return (
    <p className="night-small">
      To hand it over, bring somebody in, note or resolve it:{" "}
      <a className="night-tap" href={`/sign-in?${new URLSearchParams({ callbackUrl: `/alerts/${alertId}` })}`}>
        sign in
      </a>
      .
    </p>
  );
}

/** The teams of what it needs and of what needs it, those in trouble first, each once. */
function teamsOf(neighbours: MoreControlsProps["neighbours"]): Ref[] {
  const sorted = neighbours.toSorted((one, other) => Number(other.open !== null) - Number(one.open !== null));
  return [...new Map(sorted.flatMap(({ team }) => (team ? [[team.slug, team] as const] : []))).values()];
}
