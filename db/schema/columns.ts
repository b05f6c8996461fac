import { customType, uuid } from "drizzle-orm/pg-core";

/** A `timestamptz` read and written as a `Temporal.Instant`. Drivers hand it over as text in the session's zone, UTC. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => "timestamp with time zone",
  fromDriver: (value) => Temporal.Instant.from(value),
  toDriver: (value) => value.toString(),
});

/** The primary key of a thing: a random UUID, never shown to anybody. */
export const id = () => uuid().primaryKey().defaultRandom();

/** `bytea`. */
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** `tsvector`: what full-text search reads. Always generated, never written or read by us. */
export const searchVector = customType<{ data: never }>({ dataType: () => "tsvector" });
