import type { ReactNode } from "react";
import { PersonLink } from "#components/people/person-link";
import { When } from "#components/rotations/when";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import type { OverrideView } from "#lib/rotations/views";

type ComingOverridesProps = {
  overrides: readonly OverrideView[];
  timeZone: string;
  homeZone: string | undefined;
  /** What may be done with an override by whoever looks at it. */
  controls?: (override: OverrideView) => ReactNode;
};

const origins: Record<OverrideView["origin"], string> = {
  taken: "took it over",
  claimed: "covers for a colleague",
  swapped: "swapped",
  named: "named by",
};

/** Who stands in, now and later, how it came about, and why where the reader may know. Nothing while nobody does. */
export function ComingOverrides({ overrides, timeZone, homeZone, controls }: ComingOverridesProps) {
  if (overrides.length === 0) return null;
  const zones = { timeZone, homeZone };
  return (
    <Section title="Standing in" note={overrides.length}>
      <Table caption="Who stands in, now and later">
        {overrides.map((override) => (
          <Row key={override.id}>
            <Cell>
              <PersonLink person={override.person} className="font-semibold text-over!" />
              <CellNote isInline>{originWords(override)}</CellNote>
              {override.reason && <span className="block text-ink-soft">“{override.reason}”</span>}
            </Cell>
            <Cell align="right" className="text-ink-soft text-small">
              <When at={override.from} {...zones} /> – <When at={override.to} {...zones} />
              {controls && <div className="mt-1">{controls(override)}</div>}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

function originWords({ origin, createdBy, person }: OverrideView): string {
  if (origin === "named") return createdBy ? `named by ${createdBy}` : "named";
  const words = origins[origin];
  return createdBy && createdBy !== person.name ? `${words}, entered by ${createdBy}` : words;
}
