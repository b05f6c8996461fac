import type { Reading } from "#components/briefing/clock";
import { NothingKnown, Part } from "#components/briefing/part";
import { CodedWords } from "#components/signatures/plain-words";
import { instantText } from "#components/ui/instant-text";
import { lastedWords } from "#lib/alerts/lasted-words";
import type { Asked } from "#lib/briefing/ask-whom";
import type { SimilarAlert } from "#lib/briefing/views";

type SimilarProps = Reading & { similar: readonly SimilarAlert[]; asked: Asked | undefined };

/** The last alerts like this one: what it was, what worked, who knows. */
export function Similar({ similar, asked, timeZone }: SimilarProps) {
  return (
    <Part id="similar" title="The last times">
      {similar.length === 0 ? (
        <NothingKnown asked={asked}>Nothing like it has happened here before.</NothingKnown>
      ) : (
        <ul className="night-rows">
          {similar.map((alert) => (
            <Once key={alert.id} alert={alert} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </Part>
  );
}

function Once({ alert, timeZone }: { alert: SimilarAlert; timeZone: string }) {
  const { id, summary, isSameRule, openedAt, resolvedAt, cause, remedy, knows } = alert;
  return (
    <li>
      <p>
        <a href={`/alerts/${id}`}>{instantText(openedAt, timeZone, "day")}</a>
        {": "}
        <CodedWords text={cause ?? (isSameRule ? "nobody wrote down what it was" : summary)} />
      </p>
      <p className="night-small">
        {remedy && (
          <>
            <b>Worked:</b> <CodedWords text={remedy} />{" "}
          </>
        )}
        <span className="night-faint">
          {knows ? `${knows.name} knows` : "its sender said that it was over"}
          {resolvedAt && `, ${lastedWords(openedAt, resolvedAt)}`}
          {!isSameRule && ", another rule"}
        </span>
      </p>
    </li>
  );
}
