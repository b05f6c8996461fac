import type { FieldChange } from "#lib/event-kinds";

/** A change as a reader sees it; undefined means that there was, or is, nothing. */
export type ChangeWords = { field: string; before: string | undefined; after: string | undefined };

const fieldNames: Record<string, string> = {
  customerFacing: "customer-facing",
  ownerReference: "owner in the descriptor",
  deliveryTeam: "delivery team",
  opsTeam: "ops team",
  timeZone: "time zone",
  partOf: "part of",
  slug: "address",
  isWithoutCustomerImpact: "without customer impact",
};

/** What a change did to one field, in words. */
export function changeWords({ field, before, after }: FieldChange): ChangeWords {
  return { field: fieldWords(field), before: valueWords(before), after: valueWords(after) };
}

/** What a field is called on the screen: `customerFacing` is “customer-facing”. */
export function fieldWords(field: string): string {
  return fieldNames[field] ?? field.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

/** A stored value as a reader sees it; undefined for none. */
export function valueWords(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(", ") || undefined;
  if (typeof value === "object") return objectWords(value as Record<string, unknown>);
  return String(value);
}

function objectWords(value: Record<string, unknown>): string {
  if (Array.isArray(value.weekdays)) return hoursWords(value);
  const name = value.name ?? value.title;
  if (typeof name !== "string") return JSON.stringify(value);
  return typeof value.url === "string" ? `${name} (${value.url})` : name;
}

/** A team's working hours. */
function hoursWords({ weekdays, from, to, timeZone }: Record<string, unknown>): string {
  const days = (weekdays as unknown[]).map((day) => String(day).replace(/^./, (letter) => letter.toUpperCase()));
  return `${new Intl.ListFormat("en", { type: "unit" }).format(days)}, ${from} to ${to} (${timeZone})`;
}
