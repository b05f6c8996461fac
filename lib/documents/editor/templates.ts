import type { DocumentKind } from "#lib/documents/views";

// What is left standing of a comment is shown to nobody.
const runbook = `## Meaning

<!-- What it says when this alert fires, in one sentence that somebody understands who was asleep a minute ago. -->

## Impact

<!-- What the customer sees, how many of them, and from when on it hurts. -->

## Diagnosis

<!-- Where to look first, and which answer tells one cause from the other. Commands and dashboards go here. -->

1. Look at …
2. When it shows …, then …

## Mitigation

<!-- One step, one action, the quickest relief first. Each step can be marked as worked or failed at night. -->

1. Do …
2. See that …
3. If that did not help, page ops: they know that …
`;

const note = `## What it does

<!-- For whom, and what would stop if it were gone. -->

## How a request flows

<!-- From the edge to the store and back. A diagram of a few boxes says more than a page. -->

\`\`\`mermaid
flowchart LR
  caller[Caller] --> this[This service] --> store[(Store)]
\`\`\`

## What it keeps

<!-- Data, where it lives, how long, and what may be thrown away without asking. -->

## What it assumes about its surroundings

<!-- One assumption a line. Name services with @, so that this page turns doubtful when one of them changes. -->

- …

## How it fails

<!-- What was seen so far: how it looks from outside, and what it was. -->

## What was decided

<!-- Decisions with their dates and reasons, also those against something. -->

- …
`;

const templates: Record<DocumentKind, string> = { runbook, note };

/** What the text of a new document begins with. */
export const templateOf = (kind: DocumentKind): string => templates[kind];
