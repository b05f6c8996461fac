import { instantText } from "#components/ui/instant-text";
import { Cell, Row, Table } from "#components/ui/table";
import { lastedWords } from "#lib/alerts/lasted-words";
import type { Milestone, MilestoneKind } from "#lib/alerts/milestones";

const words: Record<MilestoneKind, string> = {
  began: "It began",
  raised: "An alert was raised",
  paged: "The delivery side was paged",
  engaged: "The delivery side was engaged",
  "ops-in": "Ops was in",
  mitigated: "It was mitigated",
  resolved: "It was resolved",
};

type MilestonesProps = { milestones: readonly Milestone[]; timeZone: string };

/** When each milestone was reached, by whom, and how long after the beginning; and the time to engage. */
export function Milestones({ milestones, timeZone }: MilestonesProps) {
  const timeOf = (kind: MilestoneKind) => milestones.find((one) => one.kind === kind)?.at ?? null;
  const [began, paged, engaged] = [timeOf("began"), timeOf("paged"), timeOf("engaged")];
  return (
    <>
      <Table
        caption="Milestones"
        columns={[{ label: "Milestone" }, { label: "When" }, { label: "After" }, { label: "By whom, or by what" }]}
      >
        {milestones.map(({ kind, at, by }) => (
          <Row key={kind}>
            <Cell className="font-semibold">{words[kind]}</Cell>
            <Cell className="whitespace-nowrap">
              {at === null ? (
                <span className="text-ink-faint">{kind === "mitigated" ? "not noted" : "no"}</span>
              ) : (
                <time dateTime={at}>{instantText(at, timeZone, "full")}</time>
              )}
            </Cell>
            <Cell className="whitespace-nowrap text-ink-soft">
              {at !== null && began !== null && kind !== "began" && lastedWords(began, at)}
            </Cell>
            <Cell className="wrap-anywhere text-ink-soft">{by}</Cell>
          </Row>
        ))}
      </Table>
      {paged !== null && engaged !== null && (
        <p className="mt-3">
          <b>Time to engage: {lastedWords(paged, engaged)}</b>, from the first page to a delivery engineer to the first
          of them who answered.
        </p>
      )}
    </>
  );
}
