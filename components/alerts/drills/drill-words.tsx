import { Instant } from "#components/ui/instant";
import { Status } from "#components/ui/status";
import { drillMeasures } from "#lib/alerts/drills/measures";
import type { DrillView } from "#lib/alerts/drills/views";
import { lastedWords } from "#lib/alerts/lasted-words";

/** Where a drill stands, in a few words. */
export function DrillState({ drill, timeZone }: { drill: DrillView; timeZone: string }) {
  const { state, plannedAt, raisedAt, calledOffAt, people } = drill;
  const agreed = people.filter(({ answer }) => answer === "agreed").length;
  switch (state) {
    case "planned":
      return (
        <Status tone={agreed > 0 ? "ok" : "soft"}>
          planned <Instant at={plannedAt} timeZone={timeZone} style="day" />, {agreed} of {people.length} take part
        </Status>
      );
    case "called-off":
      return (
        <Status tone="over">
          called off {calledOffAt && <Instant at={calledOffAt} {...{ timeZone }} style="day" />}
        </Status>
      );
    case "under-way":
      return (
        <Status tone="warn">
          under way since {raisedAt && <Instant at={raisedAt} {...{ timeZone }} style="time" />}
        </Status>
      );
    case "over":
      return <Status>{raisedAt && <Instant at={raisedAt} {...{ timeZone }} style="day" />}</Status>;
  }
}

/** What was measured, in a sentence; nothing before it was raised. */
export function measuredWords(drill: DrillView): string | null {
  const measures = drillMeasures(drill);
  if (!measures) return null;
  const { paged, answered, firstAnswer, engaged, ended } = measures;
  if (paged === 0) return "Nobody was paged by it.";
  if (!firstAnswer)
    return drill.state === "over" ? `None of the ${paged} who were paged answered.` : "Nobody has answered yet.";
  const parts = [
    `${answered} of ${paged} answered, the first after ${lastedWords(firstAnswer.from, firstAnswer.to)}`,
    engaged && `the delivery side after ${lastedWords(engaged.from, engaged.to)}`,
    ended && `it took ${lastedWords(ended.from, ended.to)}`,
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}
