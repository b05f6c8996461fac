import type { ReactNode } from "react";
import { HiddenFields } from "#components/briefing/hidden-fields";
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
  const props = { alert, sender };
  const words = [canBringIn && "bring somebody in", canHandOver && "hand it over", canNote && "note something"];
  return (
    <section id="more" aria-label="More" data-live="">
      <details className="night-more">
        <summary>More: {words.filter(Boolean).join(", ")}</summary>
        <div className="night-rows">
          {canBringIn && <BringIn {...props} colleagues={colleagues} teams={teamsOf(neighbours)} />}
          {canHandOver && <HandOver {...props} colleagues={colleagues} />}
          {canNote && <Note {...props} />}
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

type OneControl = { alert: AlertView; sender: Sender };
type WithColleagues = OneControl & { colleagues: readonly Colleague[] };

function BringIn({ alert, sender, colleagues, teams }: WithColleagues & { teams: readonly Ref[] }) {
  const address = `/alerts/${alert.id}/bring-in`;
  const word = (
    <label>
      What you want of them
      <input name="word" maxLength={300} autoComplete="off" />
    </label>
  );
  return (
    <Folded id="bring-in" words="Bring somebody in">
      {teams.length > 0 && (
        <form method="post" action={address} className="night-form">
          <HiddenFields {...sender} />
          <label>
            A team: whoever is on its watch
            <select name="team" required defaultValue="">
              <option value="" disabled>
                Choose a team
              </option>
              {teams.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {word}
          <Submit>Bring in this team</Submit>
        </form>
      )}
      <form method="post" action={address} className="night-form">
        <HiddenFields {...sender} />
        <label>
          A person, by name or e-mail
          <input name="person" type="email" list="colleagues" required autoComplete="off" />
        </label>
        {word}
        <Submit>Bring in this person</Submit>
        <datalist id="colleagues">
          {colleagues.map(({ address: value, name, as }) => (
            <option key={value} value={value}>
              {`${name}, ${as}`}
            </option>
          ))}
        </datalist>
      </form>
    </Folded>
  );
}

function HandOver({ alert, sender, colleagues }: WithColleagues) {
  return (
    <Folded id="hand-over" words="Hand it over">
      <form method="post" action={`/alerts/${alert.id}/hand-over`} className="night-form">
        <HiddenFields {...sender} />
        <label>
          To whom
          <select name="to" required defaultValue="">
            <option value="" disabled>
              Choose somebody
            </option>
            {colleagues.map(({ address, name, as }) => (
              <option key={address} value={address}>
                {`${name}, ${as}`}
              </option>
            ))}
          </select>
        </label>
        <label>
          What they have to know
          <textarea name="note" rows={3} maxLength={2000} />
        </label>
        <Submit>Hand it over</Submit>
        <p className="night-faint">They are paged now. You have it until they acknowledge.</p>
      </form>
    </Folded>
  );
}

function Note({ alert, sender }: OneControl) {
  return (
    <Folded id="note" words="Note something">
      <form method="post" action={`/alerts/${alert.id}/note`} className="night-form">
        <HiddenFields {...sender} />
        <label>
          What you saw or did; it goes on the timeline
          <textarea name="words" rows={3} maxLength={4000} required />
        </label>
        <Submit>Note it</Submit>
      </form>
    </Folded>
  );
}

function Folded({ id, words, children }: { id: string; words: string; children: ReactNode }) {
  return (
    <details id={id} className="night-more">
      <summary>{words}</summary>
      {children}
    </details>
  );
}

const Submit = ({ children }: { children: ReactNode }) => (
  <button type="submit" className="night-button">
    {children}
  </button>
);

/** The teams of what it needs and of what needs it, those in trouble first, each once. */
function teamsOf(neighbours: MoreControlsProps["neighbours"]): Ref[] {
  const sorted = neighbours.toSorted((one, other) => Number(other.open !== null) - Number(one.open !== null));
  return [...new Map(sorted.flatMap(({ team }) => (team ? [[team.slug, team] as const] : []))).values()];
}
