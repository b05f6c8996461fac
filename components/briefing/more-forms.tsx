import type { ReactNode } from "react";
import { HiddenFields } from "#components/briefing/hidden-fields";
import type { Sender } from "#lib/briefing/sender";
import type { Colleague } from "#lib/briefing/views";
import type { Ref } from "#lib/rotations/views";

type OneForm = { alertId: string; sender: Sender };
type WithColleagues = OneForm & { colleagues: readonly Colleague[] };

/** Of a team whoever is on its watch, or one person. */
export function BringIn({ alertId, sender, colleagues, teams }: WithColleagues & { teams: readonly Ref[] }) {
  const address = `/alerts/${alertId}/bring-in`;
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

export function HandOver({ alertId, sender, colleagues }: WithColleagues) {
  return (
    <Folded id="hand-over" words="Hand it over">
      <form method="post" action={`/alerts/${alertId}/hand-over`} className="night-form">
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

export function Note({ alertId, sender }: OneForm) {
  return (
    <Folded id="note" words="Note something">
      <form method="post" action={`/alerts/${alertId}/note`} className="night-form">
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
