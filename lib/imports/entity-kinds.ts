export const entityKinds = ["component", "api", "resource", "system", "domain", "group", "user"] as const;
export type EntityKind = (typeof entityKinds)[number];

/** What a descriptor says of one field; `written` is its own word where `value` is our reading of it. */
export type Field = { value: unknown; written?: unknown };

/** What the portal has for an entity: components are services, groups teams, users people, the rest related entries. */
export type Noun = "service" | "entry" | "team" | "person";

export function nounOf(kind: string): Noun | undefined {
  return nouns[kind as EntityKind];
}

const nouns: Record<EntityKind, Noun> = {
  component: "service",
  api: "entry",
  resource: "entry",
  system: "entry",
  domain: "entry",
  group: "team",
  user: "person",
};
