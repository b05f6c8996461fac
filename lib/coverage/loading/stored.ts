import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** How loaders write instants and read them back: JSON brings ISO texts from either driver. */

export const instantAs = (at: Temporal.Instant): SQL => sql`${at.toString()}::timestamptz`;

export const readInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

export const readMaybe = (text: string | null): Temporal.Instant | null => (text === null ? null : readInstant(text));

/** The rows of one kind by the service that they are of. */
export const byService = <Row extends { service: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ service }) => service);
