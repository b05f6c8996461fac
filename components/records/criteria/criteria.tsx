import { EmptyState } from "#components/layout/empty-state";
import {
  EditCriterion,
  MoveButtons,
  RestoreCriterion,
  RetireCriterion,
} from "#components/records/criteria/criterion-forms";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { moveCriterionAction, moveLevelAction } from "#lib/records/criteria/actions";
import type { CriterionView, LevelView } from "#lib/records/criteria/queries";

type CriteriaProps = { levels: readonly LevelView[]; timeZone: string };

/** What the organisation expects, level by level, for whoever writes it. */
export function Criteria({ levels, timeZone }: CriteriaProps) {
  const living = levels
    .map(({ level, criteria }) => ({ level, criteria: criteria.filter(({ retiredAt }) => retiredAt === null) }))
    .filter(({ criteria }) => criteria.length > 0);
  const retired = levels.flatMap(({ level, criteria }) =>
    criteria.flatMap((criterion) => (criterion.retiredAt ? [{ ...criterion, level }] : [])),
  );
  return (
    <>
      {living.length === 0 && (
        <EmptyState title="Nothing is expected of anybody yet">
          Write what your organisation expects of each level, in its own words: “stands in a rotation of a service they
          build”, “keeps one runbook proven”.
        </EmptyState>
      )}
      {living.map(({ level, criteria }, index) => (
        <Section
          key={level}
          title={level}
          action={
            living.length > 1 && (
              <MoveButtons
                action={moveLevelAction}
                field="level"
                value={level}
                name={`the level ${level}`}
                {...{ isFirst: index === 0, isLast: index === living.length - 1 }}
              />
            )
          }
        >
          <ol className="rows border-b">
            {criteria.map((criterion, place) => (
              <Criterion
                key={criterion.id}
                {...{ criterion, level, timeZone }}
                {...{ isFirst: place === 0, isLast: place === criteria.length - 1 }}
              />
            ))}
          </ol>
        </Section>
      ))}
      {retired.length > 0 && (
        <Section title="Expected no more" note={retired.length}>
          <ul className="rows border-b">
            {retired.map(({ id, level, text, retiredAt }) => (
              <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
                <p className="wrap-anywhere min-w-0 flex-1 basis-72 text-ink-soft">
                  {text}
                  <span className="block text-ink-faint text-small">
                    {level}, until {retiredAt && <Instant at={retiredAt} timeZone={timeZone} style="day" />}
                  </span>
                </p>
                <RestoreCriterion criterion={id} text={text} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

type CriterionProps = { criterion: CriterionView; level: string; timeZone: string; isFirst: boolean; isLast: boolean };

function Criterion({ criterion: { id, text, changedAt }, level, timeZone, isFirst, isLast }: CriterionProps) {
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="wrap-anywhere max-w-[44rem] whitespace-pre-wrap">{text}</p>
        <p className="text-ink-faint text-small">
          as of <Instant at={changedAt} timeZone={timeZone} style="day" />
        </p>
      </div>
      <div className="-ml-2.5 flex flex-wrap items-start sm:ml-0 sm:justify-end">
        <MoveButtons action={moveCriterionAction} field="criterion" value={id} name={text} {...{ isFirst, isLast }} />
        <RetireCriterion criterion={id} text={text} />
      </div>
      <EditCriterion criterion={id} level={level} text={text} />
    </li>
  );
}
