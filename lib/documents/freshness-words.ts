import type { Doubt, FreshnessState } from "#lib/documents/freshness";
import type { DocumentKind } from "#lib/documents/views";

const nouns: Record<DocumentKind, string> = { runbook: "runbook", note: "note" };

/** What a state means, as the page says it under the word. */
export function describeState(state: FreshnessState, kind: DocumentKind): string {
  const noun = nouns[kind];
  switch (state) {
    case "proven":
      return `Somebody used this ${noun} and what it says worked.`;
    case "reviewed":
      return "An expert confirmed it, and nothing has happened since that would put it in doubt.";
    case "doubtful":
      return "It may no longer hold.";
    case "overdue":
      return "Nobody has confirmed it for longer than its review holds.";
    case "unreviewed":
      return "No expert has confirmed what it says now.";
  }
}

/** Why a document is in doubt, as a clause that follows a colon, without its date. */
export function describeDoubt(doubt: Doubt): string {
  switch (doubt.because) {
    case "step-failed":
      return `a step failed: “${doubt.step}”`;
    case "step-out-of-date":
      return `out of date: “${doubt.step}”`;
    case "service-changed":
      return `the service changed: ${doubt.what}`;
    case "dependency-added":
      return `${doubt.service} was added as a dependency`;
    case "assumption-changed":
      return `${doubt.service}, on which it relies, changed: ${doubt.what}`;
    case "author-left":
      return `${doubt.author}, who wrote it, is no longer in the service's teams`;
    case "link-dead":
      return `a link leads nowhere: ${doubt.url}`;
  }
}

/** What takes the doubt away, as a sentence that tells somebody what to do. */
export function mendingOf(doubt: Doubt, kind: DocumentKind): string {
  const noun = nouns[kind];
  switch (doubt.because) {
    case "step-failed":
    case "step-out-of-date":
      return kind === "note"
        ? "Correct it, mark that it holds, or confirm the note."
        : "Correct the step, mark that it works, or confirm the runbook.";
    case "service-changed":
    case "dependency-added":
      return `Say in the ${noun} what that changes, or confirm that it still holds.`;
    case "assumption-changed":
      return `See whether the assumption still holds: correct it, or confirm the ${noun}.`;
    case "author-left":
      return `Somebody who knows the service reads the ${noun} and confirms it.`;
    case "link-dead":
      return `Correct the link, or confirm the ${noun} if it works from where you are.`;
  }
}

/** What an expert does where there is no doubt but time has passed, or nobody has read it yet. */
export function mendingOfState(state: FreshnessState, kind: DocumentKind): string | undefined {
  if (state === "overdue") return `Somebody who knows the service reads the ${nouns[kind]} and confirms it.`;
  if (state === "unreviewed") return `An expert of the service reads the ${nouns[kind]} and confirms it.`;
  return undefined;
}
