import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, instant } from "#db/schema/columns";
import { people } from "#db/schema/people";
import { services } from "#db/schema/services";
import { teams } from "#db/schema/teams";

/** A layer as it is stored; its participants are ids of people. What the fields mean stands in `lib/rotations/rotation.ts`. */
export type StoredLayer = {
  name: string;
  timeZone: string;
  startsAt: string;
  every: number;
  unit: "hour" | "day" | "week" | "month";
  participants: string[];
  firstTurn?: number | undefined;
  hours?: { weekdays: string[]; from: string; to: string }[] | undefined;
};

export const rotations = pgTable(
  "rotations",
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text(),
    teamId: uuid()
      .notNull()
      .references(() => teams.id),
    /** Stands the watch of the team's services that name no rotation of their own. */
    isTeamDefault: boolean().notNull().default(false),
    retiredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    check("rotations_slug_is_url_safe", sql`${t.slug} ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'`),
    check("rotations_name_says_something", sql`${t.name} ~ '\\S'`),
    check("rotations_default_is_in_use", sql`not (${t.isTeamDefault} and ${t.retiredAt} is not null)`),
    index("rotations_of_team").on(t.teamId),
    uniqueIndex("rotations_one_default_a_team").on(t.teamId).where(sql`${t.isTeamDefault}`),
    index("rotations_by_name").on(sql`lower(${t.name})`, t.id),
  ],
);

/** How a rotation works over `[startsAt, endsAt)`. Never changed once it holds: a change opens the next version. */
export const rotationVersions = pgTable(
  "rotation_versions",
  {
    id: id(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    startsAt: instant().notNull(),
    endsAt: instant(),
    layers: jsonb().$type<StoredLayer[]>().notNull(),
    /** Everybody who stands in a layer, once each. */
    participantIds: uuid().array().notNull(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
  },
  (t) => [
    check("rotation_versions_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("rotation_versions_have_layers", sql`jsonb_array_length(${t.layers}) between 1 and 20`),
    index("rotation_versions_of_rotation").on(t.rotationId, t.startsAt),
    index("rotation_versions_by_participant").using("gin", t.participantIds).with({ fastupdate: false }),
  ],
);

/** A request for cover: open until it is claimed or withdrawn. Its person stays on watch until then. */
export const coverRequests = pgTable(
  "cover_requests",
  {
    id: id(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Seen by the team and its lead only; its person may erase it. */
    reason: text(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
    claimedById: uuid().references(() => people.id),
    claimedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    check("cover_requests_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("cover_requests_are_claimed_by_somebody", sql`(${t.claimedById} is null) = (${t.claimedAt} is null)`),
    check("cover_requests_are_not_claimed_by_whoever_asks", sql`${t.claimedById} <> ${t.personId}`),
    check("cover_requests_end_one_way", sql`num_nonnulls(${t.claimedAt}, ${t.withdrawnAt}) <= 1`),
    index("cover_requests_of_rotation").on(t.rotationId, t.endsAt),
    index("cover_requests_of_person").on(t.personId, t.endsAt),
  ],
);

/** A span in which a named person stands in. Those of one rotation never overlap. */
export const overrides = pgTable(
  "overrides",
  {
    id: id(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** How it came about: somebody took the watch, claimed a request, swapped, or was named by somebody else. */
    origin: text({ enum: ["taken", "claimed", "swapped", "named"] }).notNull(),
    coverRequestId: uuid().references(() => coverRequests.id),
    /** Joins the overrides that one swap made. */
    swapId: uuid(),
    /** Seen by the team and its lead only; its person may erase it. */
    reason: text(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
  },
  (t) => [
    check("overrides_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    check("overrides_origin_is_known", sql`${t.origin} in ('taken', 'claimed', 'swapped', 'named')`),
    index("overrides_of_rotation").on(t.rotationId, t.endsAt),
    index("overrides_of_person").on(t.personId, t.endsAt),
    index("overrides_of_cover_request").on(t.coverRequestId),
    index("overrides_of_swap").on(t.swapId),
  ],
);

/** A part of an override that another one took the place of, with what that part had taken the place of itself. */
export type DisplacedPart = {
  personId: string;
  /** ISO instants, half-open. */
  from: string;
  to: string;
  origin: (typeof overrides.$inferSelect)["origin"];
  coverRequestId: string | null;
  swapId: string | null;
  createdAt: string;
  createdById: string | null;
  displaced: DisplacedPart[];
};

/** What an override took the place of. Only giving it back reads this; whoever asks for a roster never does. */
export const displacements = pgTable("displacements", {
  overrideId: uuid()
    .primaryKey()
    .references(() => overrides.id, { onDelete: "cascade" }),
  parts: jsonb().$type<DisplacedPart[]>().notNull(),
});

/** Somebody who stands a watch beside whoever holds it, and never counts as cover. */
export const shadows = pgTable(
  "shadows",
  {
    id: id(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    createdAt: instant().notNull(),
    createdById: uuid().references(() => people.id),
  },
  (t) => [
    check("shadows_end_after_they_start", sql`${t.endsAt} > ${t.startsAt}`),
    index("shadows_of_rotation").on(t.rotationId, t.endsAt),
    index("shadows_of_person").on(t.personId, t.endsAt),
  ],
);

/** What a person has made sure of before a first watch in a rotation. */
export const readinessMarks = pgTable(
  "readiness_marks",
  {
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    item: text({ enum: ["contact", "runbooks", "shadow", "briefing"] }).notNull(),
    markedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.rotationId, t.personId, t.item] }),
    check("readiness_marks_item_is_known", sql`${t.item} in ('contact', 'runbooks', 'shadow', 'briefing')`),
  ],
);

/** What the outgoing person leaves for the incoming one at a handoff. One note a handoff; it can be mended. */
export const handoffNotes = pgTable(
  "handoff_notes",
  {
    id: id(),
    rotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    handoffAt: instant().notNull(),
    fromPersonId: uuid()
      .notNull()
      .references(() => people.id),
    openAlerts: text(),
    worries: text(),
    tryFirst: text(),
    writtenAt: instant().notNull(),
    /** When the incoming person said that they had read it. */
    readAt: instant(),
    readById: uuid().references(() => people.id),
  },
  (t) => [
    uniqueIndex("handoff_notes_one_a_handoff").on(t.rotationId, t.handoffAt),
    check("handoff_notes_say_something", sql`num_nonnulls(${t.openAlerts}, ${t.worries}, ${t.tryFirst}) > 0`),
    index("handoff_notes_of_person").on(t.fromPersonId),
  ],
);

/** Who is paged for a service, in which order. The minutes count from the first page. */
export const escalationPaths = pgTable(
  "escalation_paths",
  {
    serviceId: uuid()
      .primaryKey()
      .references(() => services.id),
    deliveryRotationId: uuid()
      .notNull()
      .references(() => rotations.id),
    backupRotationId: uuid().references(() => rotations.id),
    opsRotationId: uuid().references(() => rotations.id),
    backupAfterMinutes: integer().notNull().default(5),
    opsAfterMinutes: integer().notNull().default(15),
    leadAfterMinutes: integer().notNull().default(30),
    changedAt: instant().notNull(),
  },
  (t) => [
    check(
      "escalation_paths_wait_a_day_at_most",
      sql`${t.backupAfterMinutes} between 1 and 1440 and ${t.opsAfterMinutes} between 1 and 1440 and ${t.leadAfterMinutes} between 1 and 1440`,
    ),
    check("escalation_paths_back_up_with_another", sql`${t.backupRotationId} <> ${t.deliveryRotationId}`),
    index("escalation_paths_of_delivery_rotation").on(t.deliveryRotationId),
    index("escalation_paths_of_backup_rotation").on(t.backupRotationId),
    index("escalation_paths_of_ops_rotation").on(t.opsRotationId),
  ],
);

/** Addresses of calendars. Only the SHA-256 of the secret is kept; without a rotation it shows its person's own shifts. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    id: id(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    rotationId: uuid().references(() => rotations.id),
    hash: text().notNull().unique(),
    createdAt: instant().notNull(),
    lastReadAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index("calendar_feeds_of_person").on(t.personId), index("calendar_feeds_of_rotation").on(t.rotationId)],
);
