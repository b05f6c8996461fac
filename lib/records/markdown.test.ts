import { expect, test } from "vitest";
import { recordMarkdown } from "#lib/records/markdown";
import type { RecordView } from "#lib/records/queries";
import { verbatim } from "#lib/records/verbatim";

const line = {
  key: "alert:1",
  title: "Pool [empty]",
  href: "/alerts/1",
  says: [{ term: "It was", words: "a *leak*." }],
  at: "",
};
const criterion = { id: "c", level: "Senior", text: "Stands a watch.", isRetired: false };
const record: RecordView = {
  person: {
    id: "1",
    address: "ada@harbour.example",
    name: "Ada Moreau",
    title: "Engineer",
    deactivatedAt: null,
    createdAt: "",
  },
  right: { kind: "self" },
  ...{
    from: "2026-05-20T22:00:00Z",
    to: "2026-11-20T23:00:00Z",
    timeZone: "Europe/Berlin",
    madeAt: "2026-11-21T08:00:00Z",
  },
  sections: [
    { kind: "alert", title: "Alerts answered", note: "", lines: [line], isCut: false },
    { kind: "drill", title: "Drills", note: "", lines: [], isCut: false },
  ],
  notes: [
    { line: null, text: "A good half year.\n1. Mentored Lin", writtenAt: "" },
    { line: "alert:1", text: "Proud of this.", writtenAt: "" },
  ],
  links: [{ criterion, line: "alert:1", by: { address: "rui@harbour.example", name: "Rui" }, at: "" }],
};
const level = { level: "Senior", criteria: [{ id: "c", text: "Stands a watch.", changedAt: "", retiredAt: null }] };

test("the file is dated, says its span, its sources and what it is for, and leaves out what there was nothing of", () => {
  const text = recordMarkdown(record, [level], "https://watchbill.example");
  expect(text).toContain("# Ownership record of Ada Moreau\n\nEngineer · 21 May 2026 – 20 Nov 2026\n");
  expect(text).toContain("Made on 21 Nov 2026, 09:00 (Europe/Berlin). This is evidence for a conversation");
  expect(text).toContain("Drawn from what Watchbill holds");
  expect(text).toContain("### [Pool \\[empty\\]](https://watchbill.example/alerts/1)\n\n- *It was:* a \\*leak\\*.");
  expect(text).toContain("> A good half year.\n> 1\\. Mentored Lin");
  expect(text).toContain("> In their own words: Proud of this.");
  expect(text).toContain("*Speaks to Senior:* Stands a watch. (pointed out by Rui)");
  expect(text).toContain("No verdict is computed from this");
  expect(text).not.toContain("Drills");
});

test("what people wrote begins no heading, list, link or tag", () => {
  expect(verbatim("# a\n<b>\n- c", { keepsLines: true })).toBe("\\# a\n\\<b\\>\n\\- c");
  expect(verbatim("one\ntwo")).toBe("one two");
});
