import type { draftEntries } from "#db/seed/demo/entries";
import type { draftPeople } from "#db/seed/demo/people";
import type { Rotations } from "#db/seed/demo/rotations";
import type { draftSecondHalf } from "#db/seed/demo/second-half";
import type { draftServices } from "#db/seed/demo/services";
import type { draftTeams } from "#db/seed/demo/teams";

export type Staff = ReturnType<typeof draftPeople>;
export type Crews = ReturnType<typeof draftTeams>;
export type Entries = ReturnType<typeof draftEntries>;
/** Those who came later. */
export type Hired = ReturnType<typeof draftSecondHalf>;

/** The demo organisation while it is made up. */
export type Shop = {
  people: Staff;
  teams: Crews;
  entries: Entries;
  services: ReturnType<typeof draftServices>;
  rotations: Rotations;
};
