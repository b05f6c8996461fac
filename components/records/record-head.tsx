import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Notice } from "#components/ui/notice";
import { PrintButton } from "#components/ui/print-button";
import { recordFile } from "#lib/records/addresses";
import type { RecordOfDays } from "#lib/records/queries";
import { dayWords } from "#lib/records/words";

/** Of which days the record is, what it is for, by what right it is read, and how it is taken along. */
export function RecordHead({ record }: { record: RecordOfDays }) {
  const { person, right, days, from, timeZone, madeAt } = record;
  const isOwn = right.kind === "self";
  const sharing = `/people/${encodeURIComponent(person.address)}/record/sharing`;
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-[44rem]">
        <h2 className="font-semibold text-large">
          Ownership record, {dayWords(from, timeZone)} – {dayWords(`${days.to}T12:00:00Z`, "UTC")}
        </h2>
        <p className="mt-1 text-ink-soft">
          Evidence for a conversation. There is no score in it, no rank and no verdict: the judgement is people's.
        </p>
        <p className="mt-1 text-ink-faint text-small">
          As of <Instant at={madeAt} timeZone={timeZone} isZoneShown />.{" "}
          <span data-screen-only="">
            <RightWords record={record} />
          </span>
        </p>
        {days.problem && (
          <Notice tone="warn" className="mt-3">
            {days.problem}
          </Notice>
        )}
      </div>
      <div className="flex flex-wrap gap-2" data-screen-only="">
        {isOwn && <ButtonLink href={sharing}>Who reads it</ButtonLink>}
        <PrintButton />
        <ButtonLink href={recordFile(person.address, days)} download>
          Markdown
        </ButtonLink>
      </div>
    </div>
  );
}

function RightWords({ record: { right, person, timeZone } }: { record: RecordOfDays }) {
  switch (right.kind) {
    case "self":
      return "You see it before anybody else does, and who opened it.";
    case "manager":
      return `You read it as a manager of ${right.team.name}. ${person.name} sees that you did.`;
    case "shared":
      return `${person.name} shared it with you on ${dayWords(right.since, timeZone)}, and sees that you read it.`;
  }
}
