import { Fragment } from "react";
import { PersonLink } from "#components/people/person-link";
import { When } from "#components/rotations/when";
import { zoneText } from "#components/ui/instant-text";
import { Section } from "#components/ui/section";
import { hoursWords, patternWords } from "#lib/rotations/drawing/layer-words";
import type { LayerView, RotationView } from "#lib/rotations/views";

type LayerListProps = { rotation: RotationView; timeZone: string; now: string };

/** How the watch passes on, layer by layer, now and from when on otherwise. */
export function LayerList({ rotation, timeZone, now }: LayerListProps) {
  const { version, laterVersions } = rotation;
  return (
    <>
      <Section title="How the watch passes on">
        {Date.parse(version.from) > Date.parse(now) && (
          <Begins at={version.from} timeZone={timeZone} layers={version.layers} />
        )}
        <Layers layers={version.layers} timeZone={timeZone} now={now} />
      </Section>
      {laterVersions.map((later) => (
        <Section key={later.from} title={<Begins at={later.from} timeZone={timeZone} layers={later.layers} />}>
          <Layers layers={later.layers} timeZone={timeZone} now={now} />
        </Section>
      ))}
    </>
  );
}

function Begins({ at, timeZone, layers }: { at: string; timeZone: string; layers: readonly LayerView[] }) {
  return (
    <>
      From <When at={at} timeZone={timeZone} homeZone={layers[0]?.timeZone ?? timeZone} style="full" />
    </>
  );
}

function Layers({ layers, timeZone, now }: { layers: readonly LayerView[]; timeZone: string; now: string }) {
  return (
    <ol className="rows border-b">
      {layers.map((layer, index) => (
        <li key={layer.name} className="py-2.25">
          <p>
            <b>{namedPattern(layer)}</b>{" "}
            <span className="text-ink-soft">
              {zoneText(layer.timeZone)}
              {layer.hours.length > 0 && `, active ${hoursWords(layer.hours)}`}
            </span>
            {index > 0 && <span className="text-ink-faint text-small"> wins over the layers above</span>}
          </p>
          <div className="text-ink-soft">
            {layer.participants.map((person, turn) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: somebody may have two turns, and turns have no other name
              <Fragment key={turn}>
                {turn > 0 && ", "}
                <PersonLink person={person} className="text-ink!" />
              </Fragment>
            ))}
          </div>
          <Start layer={layer} timeZone={timeZone} now={now} />
        </li>
      ))}
    </ol>
  );
}

/** Most layers are called what they are. */
function namedPattern(layer: LayerView): string {
  const words = patternWords(layer);
  return words.startsWith(layer.name.toLowerCase()) ? words : `${layer.name}: ${words}`;
}

/** A layer whose first handoff is still to come says nothing until then. */
function Start({ layer, timeZone, now }: { layer: LayerView; timeZone: string; now: string }) {
  const first = Temporal.PlainDateTime.from(layer.startsAt).toZonedDateTime(layer.timeZone).toInstant();
  if (first.epochMilliseconds <= Date.parse(now)) return null;
  return (
    <p className="text-small text-warn">
      Silent until its first handoff,{" "}
      <When at={`${first}`} timeZone={timeZone} homeZone={layer.timeZone} style="full" />.
    </p>
  );
}
