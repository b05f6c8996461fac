import { OwnWatchTable } from "#components/rotations/own-watches";
import { Instant } from "#components/ui/instant";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { PersonView } from "#lib/people/queries";
import type { OwnWatches } from "#lib/rotations/own-watch-queries";

type PersonWatchesProps = { person: PersonView; watches: OwnWatches; timeZone: string };

const inSight = 6;

/** The watches that a person holds now and in the next weeks. Nothing for whoever stands none. */
export function PersonWatches({ person, watches: { present, coming }, timeZone }: PersonWatchesProps) {
  if (present.length + coming.length === 0) return null;
  return (
    <Section title="Watches" note="of the next eight weeks">
      {present.map(({ rotation, until }) => (
        <div key={rotation.slug} className="border-t py-2.25">
          <Lamp isSaid />
          on watch for{" "}
          <Link href={`/rotations/${rotation.slug}`} className="font-semibold text-ink!">
            {rotation.name}
          </Link>
          {until && (
            <span className="text-ink-soft">
              {" "}
              until <Instant at={until} timeZone={timeZone} style="moment" />
            </span>
          )}
        </div>
      ))}
      <OwnWatchTable
        caption={`Coming watches of ${person.name}`}
        watches={coming.slice(0, inSight)}
        timeZone={timeZone}
      />
      {coming.length > inSight && (
        <p className="border-t pt-2 text-ink-faint text-small">and {coming.length - inSight} more</p>
      )}
    </Section>
  );
}
