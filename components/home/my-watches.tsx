import { OwnWatchTable } from "#components/rotations/own-watches";
import { untilText } from "#components/rotations/span-text";
import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { OwnWatches } from "#lib/rotations/own-watch-queries";

type MyWatchesProps = { watches: OwnWatches; timeZone: string; now: string };

const inSight = 4;

/** The watches that the reader holds now, in large, and those that come next. Nothing for whoever stands none. */
export function MyWatches({ watches: { present, coming }, timeZone, now }: MyWatchesProps) {
  return (
    <>
      {present.length > 0 && (
        <section aria-label="On watch now" className="mb-8">
          {present.map(({ rotation, until, isOverride }) => (
            <p key={rotation.slug} className="text-large">
              <Lamp isSaid />
              You are on watch for{" "}
              <Link
                href={`/rotations/${rotation.slug}`}
                className="font-semibold text-ink! no-underline! hover:underline!"
              >
                {rotation.name}
              </Link>
              {until && ` until ${untilText(until, timeZone, now)}`}
              {isOverride && <span className="text-over"> standing in</span>}
            </p>
          ))}
        </section>
      )}
      {coming.length > 0 && (
        <Section
          title={present.length > 0 ? "Your next watches" : "Your watches"}
          note={coming.length > inSight && `${inSight} of ${coming.length}`}
        >
          <OwnWatchTable caption="Your next watches" watches={coming.slice(0, inSight)} timeZone={timeZone} />
        </Section>
      )}
    </>
  );
}
