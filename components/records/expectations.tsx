import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { anchorOf } from "#lib/records/addresses";
import type { CriterionLinkView, LevelView } from "#lib/records/criteria/queries";
import type { RecordOfDays } from "#lib/records/queries";

type ExpectationsProps = { record: RecordOfDays; levels: readonly LevelView[] };

/** The organisation's own words beside the record, each with the lines that somebody pointed out for it. */
export function Expectations({ record, levels }: ExpectationsProps) {
  const titles = new Map(record.sections.flatMap(({ lines }) => lines.map(({ key, title }) => [key, title] as const)));
  const retired = record.links.filter(({ criterion }) => criterion.isRetired);
  return (
    <Section title="What the organisation expects">
      {levels.length === 0 && retired.length === 0 ? (
        <p className="border-t pt-2 text-ink-soft">
          It has not written that down here yet. An administrator can, level by level, and then it stands beside every
          record.
        </p>
      ) : (
        <>
          {levels.map(({ level, criteria }) => (
            <div key={level} className="mb-4 border-t pt-2">
              <h3 className="font-semibold">{level}</h3>
              <ul>
                {criteria.map(({ id, text }) => (
                  <li key={id} className="mt-1.5">
                    <p className="wrap-anywhere whitespace-pre-line">{text}</p>
                    <Lines links={record.links.filter((link) => link.criterion.id === id)} titles={titles} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
          {retired.length > 0 && (
            <div className="mb-4 border-t pt-2">
              <h3 className="font-semibold">Expected no more</h3>
              {retired.map((link) => (
                <div key={`${link.criterion.id} ${link.line}`} className="mt-1.5">
                  <p className="wrap-anywhere text-ink-soft">
                    {link.criterion.level}: {link.criterion.text}
                  </p>
                  <Lines links={[link]} titles={titles} />
                </div>
              ))}
            </div>
          )}
          <p className="text-ink-faint text-small">
            No verdict is computed from this. Whether it is met is for people to say, to each other.
          </p>
        </>
      )}
    </Section>
  );
}

type LinesProps = { links: readonly CriterionLinkView[]; titles: ReadonlyMap<string, string> };

function Lines({ links, titles }: LinesProps) {
  if (links.length === 0) return null;
  return (
    <ul className="mt-0.5 text-small">
      {links.map(({ line, by }) => {
        const title = titles.get(line);
        return (
          <li key={line} className="wrap-anywhere text-ink-faint">
            {title ? <Link href={`#${anchorOf(line)}`}>{title}</Link> : "a line outside these days"}, pointed out by{" "}
            {by.name}
          </li>
        );
      })}
    </ul>
  );
}
