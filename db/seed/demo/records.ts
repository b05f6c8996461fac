import type { Alert } from "#db/seed/alerts";
import type { Hired, Shop } from "#db/seed/demo/shop";
import type { Workday } from "#db/seed/demo/workdays";
import type { Document } from "#db/seed/documents";
import type { Draft } from "#db/seed/draft";
import { draftCriterion, linkCriterion, noteOnRecord, readRecord, shareRecord } from "#db/seed/records";
import type { Signature } from "#db/seed/signatures";

type Scene = Shop & { people: Hired };
/** What lines of records tell of: documents by their files, signatures by slug, alerts by the keys of their stories. */
type Deeds = { documents: Map<string, Document>; signatures: Map<string, Signature>; told: Map<string, Alert> };

const expectations = [
  ["Engineer", "Knows whom to ask about each service of the team, and has read its runbooks before the first watch."],
  ["Engineer", "Stands beside somebody on a watch, then stands one with somebody beside."],
  ["Senior", "Stands in a rotation of a service they build; keeps one runbook proven."],
  ["Senior", "Writes down what a night taught, so that the next one is shorter: a runbook, a note or a signature."],
  ["Senior", "Leads somebody else through their first watches."],
  ["Staff", "Brought a service that more than one team needs to Prepared or beyond, and says what it took."],
  [
    "Staff",
    "Makes one team's trouble the last of its kind for the others: drills, notes, rules that wake nobody for nothing.",
  ],
] as const;

/** What the shop expects of its levels, and a review under way: Lin's, who has put her own words to her record. */
export function draftRecords(draft: Draft, on: Workday, { people, teams, rotations }: Scene, deeds: Deeds): void {
  const { ada, elio, graca, hanna, lin, marek, petra, rui } = people;
  const criteria = expectations.map(([level, text], index) =>
    draftCriterion(draft, { level, text, position: index + 1, by: petra }, on(170, `10:${20 + index}`)),
  );
  const line = (kind: string, thing: { id: string } | undefined) => {
    if (!thing) throw new Error(`There is no ${kind} of this name.`);
    return `${kind}:${thing.id}`;
  };
  const [, , stands, writes] = criteria;
  const primary = line("rotation", rotations.primary);
  const ring = line("alert", deeds.told.get("ring"));
  const mismatch = line("signature", deeds.signatures.get("ring-mismatch"));
  const promises = line("document", deeds.documents.get("stock/notes/promises"));

  const whole =
    "I came to Checkout from the warehouse and learnt the rest on watch. What I am proudest of is what does not happen any more: baskets that vanish after a shard was added.";
  noteOnRecord(draft, lin, { text: whole }, on(12, "18:30"));
  const hour = "It took me an hour because nothing said what the error means. A week later I wrote the signature.";
  noteOnRecord(draft, lin, { line: ring, text: hour }, on(12, "18:40"));
  const twelve = "Second time: twelve minutes, with the signature open beside the graph.";
  noteOnRecord(draft, lin, { line: line("alert", deeds.told.get("ring-again")), text: twelve }, on(12, "18:42"));
  const asked = "Written after Beatriz asked me the same three questions twice.";
  noteOnRecord(draft, lin, { line: promises, text: asked }, on(12, "18:46"));
  const pause = "The pause between the hundreds was the lesson of an earlier morning. Now it stands in the runbook.";
  noteOnRecord(draft, marek, { line: line("alert", deeds.told.get("stuck")), text: pause }, on(30, "17:00"));

  if (stands && writes) {
    linkCriterion(draft, stands, { person: lin, line: primary }, on(12, "18:50"));
    linkCriterion(draft, writes, { person: lin, line: mismatch }, on(12, "18:51"));
    linkCriterion(draft, writes, { person: lin, line: promises }, on(12, "18:52"));
    linkCriterion(draft, writes, { person: lin, line: ring, by: rui }, on(9, "10:20"));
  }

  shareRecord(draft, lin, { reader: ada }, on(11, "13:05"));
  readRecord(draft, lin, { reader: ada }, on(10, "16:00"));
  readRecord(draft, lin, { reader: rui, team: teams.checkout }, on(9, "10:05"));
  readRecord(draft, lin, { reader: rui, team: teams.checkout, way: "export" }, on(9, "10:31"));
  readRecord(draft, marek, { reader: rui, team: teams.checkout }, on(33, "11:15"));
  readRecord(draft, marek, { reader: graca, team: teams.checkout }, on(26, "09:40"));
  shareRecord(draft, elio, { reader: hanna, withdrawnAt: on(45, "12:00") }, on(52, "12:00"));
  readRecord(draft, elio, { reader: hanna }, on(51, "15:20"));
}
