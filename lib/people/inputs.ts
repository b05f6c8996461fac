import { z } from "zod";
import { Email, Name, OptionalText, PersonAddress, Slug, TimeOfDay, TimeZone } from "#lib/fields";

const OptionalZone = z.union(
  [z.literal("").transform(() => null), TimeZone, z.null()],
  "Name a time zone such as Europe/Lisbon.",
);
const OptionalTime = z.union([z.literal("").transform(() => null), TimeOfDay, z.null()], "Write a time such as 07:30.");

/** A country, or a part of one, as in `PT` or `DE-BE`. */
const OptionalRegion = z.union(
  [
    z.literal("").transform(() => null),
    z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,4}){0,2}$/),
    z.null(),
  ],
  "Choose a country, or a part of one.",
);
const Handle = z.union([z.literal("").transform(() => undefined), Slug]);

/** What people say of themselves. */
const facts = {
  name: Name,
  title: OptionalText(120),
  timeZone: OptionalZone,
  /** The waking hours, wall-clock times in their zone: both or neither. */
  wakesAt: OptionalTime,
  sleepsAt: OptionalTime,
  /** Whose public holidays count. */
  holidayRegion: OptionalRegion,
};
const rhythm = {
  wakesAt: facts.wakesAt.optional(),
  sleepsAt: facts.sleepsAt.optional(),
  holidayRegion: facts.holidayRegion.optional(),
};

export const CreatePersonInput = z.object({
  name: Name,
  email: Email,
  title: facts.title.optional(),
  timeZone: OptionalZone.optional(),
  ...rhythm,
  /** The name by which catalog descriptors speak of this person. */
  handle: Handle.optional(),
});
export type CreatePersonInput = z.output<typeof CreatePersonInput>;

export const PersonFacts = z.object(facts).partial();
export type PersonFacts = z.output<typeof PersonFacts>;

export const EditPersonInput = PersonFacts.extend({ person: PersonAddress });
export type EditPersonInput = z.output<typeof EditPersonInput>;

export const ChangeEmailInput = z.object({ person: PersonAddress, email: Email });
export type ChangeEmailInput = z.output<typeof ChangeEmailInput>;

export const OnePerson = z.object({ person: PersonAddress });
export type OnePerson = z.output<typeof OnePerson>;

/** The body of `PUT /people/{email}`: a field left out keeps its value. */
export const PutPersonInput = z.object({
  name: Name,
  title: facts.title.optional(),
  timeZone: OptionalZone.optional(),
  ...rhythm,
  active: z.boolean("Use true or false.").optional(),
});
export type PutPersonInput = z.output<typeof PutPersonInput>;
