import { roleOf } from "#lib/documents/markdown/roles";
import type { Outline } from "#lib/documents/outline";

/** Where whoever was woken begins: an anchor of the page and the words of the way there. */
export type FirstToDo = { anchor: string; words: string };

const sectionWords = { mitigation: "What to do: mitigation", diagnosis: "Find out: diagnosis" } as const;

/** The first step of the mitigation, else that part of the runbook, else the diagnosis; undefined where there is none. */
export function firstToDo({ sections }: Outline): FirstToDo | undefined {
  const [mitigation, ...within] = fromRole(sections, "mitigation");
  const step = [mitigation, ...within].flatMap((section) => section?.steps ?? [])[0];
  if (step) return { anchor: step.anchor, words: `First: ${step.text}` };
  if (mitigation) return { anchor: mitigation.anchor, words: sectionWords.mitigation };
  const [diagnosis] = fromRole(sections, "diagnosis");
  return diagnosis && { anchor: diagnosis.anchor, words: sectionWords.diagnosis };
}

/** The section of this role with those below it. */
function fromRole(sections: Outline["sections"], role: keyof typeof sectionWords): Outline["sections"] {
  const start = sections.findIndex(({ heading }) => roleOf(heading) === role);
  const first = sections[start];
  if (!first) return [];
  const end = sections.findIndex(({ depth }, index) => index > start && depth <= first.depth);
  return sections.slice(start, end === -1 ? undefined : end);
}
