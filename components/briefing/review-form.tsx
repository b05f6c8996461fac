import { HiddenFields } from "#components/briefing/hidden-fields";
import { Part } from "#components/briefing/part";
import type { AlertView } from "#lib/alerts/views";
import type { Sender } from "#lib/briefing/sender";

type ReviewFormProps = { alert: AlertView; own: string | null; sender: Sender };

/** The morning after, in a minute: what was said before, else what the alert itself suggests, is filled in. */
export function ReviewForm({ alert, own, sender }: ReviewFormProps) {
  if (!alert.permissions.canReview || sender.linkKey !== null) return null;
  const said = alert.reviews.find(({ person }) => person.address === own);
  const others = alert.reviews.filter((review) => review !== said);
  return (
    <Part id="review" title="The morning after" note={said ? "you have said" : "one minute"}>
      <form method="post" action={`/alerts/${alert.id}/review`} className="night-form">
        <HiddenFields {...sender} anchor="review" />
        <Question
          name="wasCustomerFacing"
          legend="Did customers notice?"
          answer={said ? said.wasCustomerFacing : alert.customerImpact !== null}
        />
        <Question
          name="wasActionable"
          legend="Was there something for you to do?"
          answer={said ? said.wasActionable : alert.acknowledgedAt !== null && alert.remedy !== null}
        />
        <label>
          What was missing from the briefing?
          <textarea name="missing" rows={2} maxLength={2000} defaultValue={said?.missing ?? ""} />
        </label>
        <button type="submit" className="night-button">
          {said ? "Say it anew" : "That is how it was"}
        </button>
      </form>
      {others.map(({ person, missing, wasActionable, wasCustomerFacing }) => (
        <p key={person.id} className="night-small">
          {person.name}: {[facing(wasCustomerFacing), actionable(wasActionable), missing].filter(Boolean).join("; ")}
        </p>
      ))}
    </Part>
  );
}

function Question({ name, legend, answer }: { name: string; legend: string; answer: boolean | null }) {
  return (
    <fieldset className="night-answers">
      <legend>{legend}</legend>
      <label>
        <input type="radio" name={name} value="yes" defaultChecked={answer === true} /> Yes
      </label>
      <label>
        <input type="radio" name={name} value="no" defaultChecked={answer === false} /> No
      </label>
    </fieldset>
  );
}

const facing = (was: boolean | null) => (was === null ? null : was ? "customers noticed" : "customers did not notice");
const actionable = (was: boolean | null) => (was === null ? null : was ? "there was something to do" : "nothing to do");
