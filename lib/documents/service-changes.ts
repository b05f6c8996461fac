import { type ChangeWords, changeWords } from "#lib/change-words";
import type { EventDetail, Named } from "#lib/event-kinds";

/** What happened to a service, as far as it concerns documents. `db/schema/events.ts` has an index for these kinds. */
export type EventOfService =
  | Extract<EventDetail, { kind: "service.edited" | "service.transferred" }>
  | Extract<EventDetail, { kind: "service.dependency-added" | "service.dependency-removed" }>
  | { kind: "service.retired" | "service.restored"; service: Named };

/** Fields whose change makes another service of it. A name, a description or a type may be corrected without harm. */
const fieldsThatMatter = ["lifecycle", "tier", "customerFacing", "repository", "links"];

// Made once: making one costs more than judging a document.
const list = new Intl.ListFormat("en");

/** What became different of the service, as in “its tier went from 2 to 1”; undefined when it does not matter. */
export function whatChanged(event: EventOfService): string | undefined {
  switch (event.kind) {
    case "service.retired":
      return "it was retired";
    case "service.restored":
      return "it was brought back after it had been retired";
    case "service.transferred":
      return event.role === "delivery" ? transferred(event) : undefined;
    case "service.dependency-added":
      return `it needs ${event.needs.name} now`;
    case "service.dependency-removed":
      return `it no longer needs ${event.needs.name}`;
    case "service.edited": {
      const changes = event.changes.filter(({ field }) => fieldsThatMatter.includes(field)).map(changeWords);
      return changes.length > 0 ? list.format(changes.map(edited)) : undefined;
    }
  }
}

function transferred({ from, to }: { from: Named | null; to: Named | null }): string {
  if (!to) return `${from?.name ?? "its team"} gave it up and nobody delivers it now`;
  return from ? `it went from ${from.name} to ${to.name}` : `${to.name} took it over`;
}

function edited({ field, before, after }: ChangeWords): string {
  if (field === "links") return "its links changed";
  if (field === "customer-facing") return after === "yes" ? "customers see it now" : "customers do not see it any more";
  if (after === undefined) return `its ${field} is not stated any more`;
  return before === undefined ? `its ${field} is ${after} now` : `its ${field} went from ${before} to ${after}`;
}
