import { Clock, type Reading } from "#components/briefing/clock";
import { NothingKnown, Part } from "#components/briefing/part";
import type { Asked } from "#lib/briefing/ask-whom";
import type { BriefedChange, BriefedNeighbour, BriefedService, Surroundings } from "#lib/briefing/views";

type NeedsProps = Reading &
  Pick<Surroundings, "neighbours" | "neighbourCount" | "changes"> & {
    service: BriefedService | null;
    asked: Asked | undefined;
  };

/** What it needs and what needs it, each with its state: those in trouble by themselves, the quiet ones in one line. */
export function Needs({ neighbours, neighbourCount, changes, service, asked, ...reading }: NeedsProps) {
  const sides = [
    { id: "needs", title: "What it needs", isNeed: true, total: neighbourCount.needs },
    { id: "needed-by", title: "What needs it", isNeed: false, total: neighbourCount.neededBy },
  ] as const;
  return sides.map(({ id, title, isNeed, total }) => {
    const side = neighbours.filter((neighbour) => neighbour.isNeed === isNeed);
    const troubled = side.filter(isInTrouble);
    return (
      <Part key={id} id={id} title={title} note={total > 0 && `${troubled.length} of ${total} in trouble`}>
        {total === 0 ? (
          <NothingKnown asked={asked}>
            {isNeed ? "Nothing is noted that it needs." : "Nothing that is known here needs it."}
          </NothingKnown>
        ) : (
          <div className="night-rows">
            {troubled.map((neighbour) => (
              <Troubled key={neighbour.slug} {...{ neighbour, changes, reading }} />
            ))}
            <Quiet neighbours={side.filter((one) => !isInTrouble(one))} left={total - side.length} />
          </div>
        )}
        {service && total > side.length && (
          <p className="night-faint">
            <a href={`/services/${service.slug}/dependencies`}>All {total}</a>
          </p>
        )}
      </Part>
    );
  });
}

const isInTrouble = ({ open, silentSince }: BriefedNeighbour) => open !== null || silentSince !== null;

type TroubledProps = { neighbour: BriefedNeighbour; changes: readonly BriefedChange[]; reading: Reading };

function Troubled({ neighbour, changes, reading }: TroubledProps) {
  const { slug, name, open, silentSince, isInMaintenance, kind } = neighbour;
  const change = changes.find((one) => one.service.slug === slug);
  return (
    <div className="night-near">
      <b className="night-bad">{name}</b>
      <span className="night-bad">
        {open && (open.count === 1 ? "1 open alert" : `${open.count} open alerts`)}
        {open && silentSince && ", "}
        {silentSince && (
          <>
            silent since <Clock at={silentSince} {...reading} />
          </>
        )}
      </span>
      <small>
        {kind === "soft" && "soft · "}
        {isInMaintenance && "in maintenance · "}
        {open && (
          <>
            <a href={`/alerts/${open.worst.id}`}>{open.worst.summary}</a>, since <Clock at={open.since} {...reading} />
          </>
        )}
        {!open && silentSince && "a heartbeat has not come"}
        {change && (
          <>
            {" · "}
            {change.kind} <Clock at={change.at} {...reading} />: {change.summary}
          </>
        )}
      </small>
    </div>
  );
}

function Quiet({ neighbours, left }: { neighbours: readonly BriefedNeighbour[]; left: number }) {
  if (neighbours.length === 0 && left === 0) return null;
  const more = left > 0 ? ` and ${left} more` : "";
  return (
    <div className="night-near">
      <span className="night-small">
        {neighbours
          .map(({ name, isInMaintenance }) => (isInMaintenance ? `${name} (in maintenance)` : name))
          .join(", ")}
        {more}
      </span>
      <span className="night-faint">quiet</span>
    </div>
  );
}
