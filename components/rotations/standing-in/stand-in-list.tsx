import { awayText } from "#components/people/away-text";
import { PersonLink } from "#components/people/person-link";
import { spanText } from "#components/rotations/span-text";
import { Button } from "#components/ui/button";
import { instantText, zoneText } from "#components/ui/instant-text";
import { Status, type Tone } from "#components/ui/status";
import { givenName } from "#lib/rotations/drawing/span-words";
import type { Standing } from "#lib/rotations/standing-in/rest";
import type { RestFactView, StandInView } from "#lib/rotations/standing-in/stand-in-queries";

type StandInListProps = {
  standIns: readonly StandInView[];
  timeZone: string;
  /** The reader's own address. */
  address: string | null;
  /** The request that a lead can let somebody of the list take; it stands in a form on `claimCoverAction`. */
  letTake?: string | undefined;
};

/** Who of the team could stand in: for each what speaks against it, in words. */
export function StandInList({ standIns, timeZone, address, letTake }: StandInListProps) {
  return (
    <ul className="rows border-b">
      {standIns.map(({ person, standing, facts }) => (
        <li key={person.address} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.75">
          <div className="min-w-0 flex-1 basis-60">
            {person.address === address ? <b>You</b> : <PersonLink person={person} className="text-ink!" />}
            <Status tone={tones[standing]} className="ml-2">
              {facts.length === 0
                ? "free and rested"
                : `${standing === "taken" ? "" : "free, "}${facts.map((fact) => factWords(fact, person.timeZone ?? timeZone, timeZone)).join("; ")}`}
            </Status>
          </div>
          {letTake && standing !== "taken" && person.address !== address && (
            <Button type="submit" size="small" variant="quiet" name="claim" value={`${letTake}/${person.address}`}>
              Let {givenName(person.name)} take it
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

const tones: Record<Standing, Tone> = { rested: "ok", free: "soft", taken: "soft" };

/** Times of somebody's night are theirs; everything else is the reader's. */
function factWords(fact: RestFactView, zone: string, timeZone: string): string {
  switch (fact.kind) {
    case "away":
      return fact.isThroughout ? "away then" : `away ${awayText(fact, zone)}`;
    case "on-watch":
      return `on watch in ${fact.rotation} ${whenWords(fact, timeZone)}`;
    case "off-night-watch":
      return `comes off a night watch in ${fact.rotation} ${hours(fact.restHours)} before`;
    case "asleep":
      return nightWords(fact, zone);
    case "zone-unknown":
      return "no time zone is known";
  }
}

const whenWords = (
  { from, to, isThroughout }: { from: string; to: string; isThroughout: boolean },
  timeZone: string,
) => (isThroughout ? "then" : spanText(from, to, timeZone));

function nightWords({ from, to, nights, isThroughout }: Extract<RestFactView, { kind: "asleep" }>, zone: string) {
  if (nights > 1) return `with ${nights} nights in it`;
  const when = `${instantText(from, zone, "time")} – ${instantText(to, zone, "time")} in ${zoneText(zone)}`;
  return isThroughout ? `in the middle of their night (${when})` : `night for part of it (${when})`;
}

const hours = (count: number) => (count === 0 ? "right" : count === 1 ? "an hour" : `${count} hours`);
