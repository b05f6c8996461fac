import { medianWords } from "#components/coverage/engagement-now";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { Cell, CellNote, Row, Table } from "#components/ui/table";
import { addressWith } from "#lib/address-values";
import type { RuleNoise } from "#lib/coverage/noise-queries";

type NoisyRulesProps = { rules: readonly RuleNoise[]; timeZone: string; isServiceShown: boolean };

/** Every rule that woke somebody; first those of which people said that they need not have been woken. */
export function NoisyRules({ rules, timeZone, isServiceShown }: NoisyRulesProps) {
  if (rules.length === 0) return null;
  return (
    <Section title="Rules that woke somebody" note="those that did for nothing first">
      <Table
        caption="Rules that woke somebody in the last 91 days"
        columns={[
          { label: "Rule" },
          { label: "For nothing", align: "right" },
          { label: "Woke somebody", align: "right" },
          { label: "Time to engage", align: "right" },
          { label: "Last", align: "right" },
          { label: "What mends it", isHidden: true },
        ]}
      >
        {rules.map((noise) => (
          <Row key={`${noise.service.slug} ${noise.rule}`}>
            <Cell>
              <Link
                href={addressWith("/alerts", { service: noise.service.slug, rule: noise.rule, status: "resolved" })}
                className="text-ink"
              >
                <code className="wrap-anywhere">{noise.rule}</code>
              </Link>
              <CellNote>
                {[isServiceShown && noise.service.name, isServiceShown && noise.team?.name, wordsOf(noise)]
                  .filter(Boolean)
                  .join(" · ")}
              </CellNote>
            </Cell>
            <Cell align="right" label="for nothing">
              {noise.reviewed === 0 ? <span className="text-ink-faint">–</span> : noise.needless}
            </Cell>
            <Cell align="right" label="woke somebody">
              {noise.paged === 1 ? "once" : `${noise.paged} times`}
            </Cell>
            <Cell align="right" label="time to engage" className="whitespace-nowrap">
              {medianWords(noise)}
            </Cell>
            <Cell align="right" label="last" className="whitespace-nowrap text-ink-faint text-small">
              <Instant at={noise.lastAt} timeZone={timeZone} style="day" />
            </Cell>
            <Cell align="right" className="whitespace-nowrap text-small print:hidden">
              {noise.needless > 0 && (
                <Link href={`/services/${noise.service.slug}/alerts`}>Say what customers see</Link>
              )}
            </Cell>
          </Row>
        ))}
      </Table>
    </Section>
  );
}

function wordsOf({ reviewed, nothingToDo, unnoticed }: RuleNoise): string {
  if (reviewed === 0) return "nobody reviewed it";
  const parts = [
    nothingToDo > 0 && `nothing to do ${nothingToDo === 1 ? "once" : `${nothingToDo} times`}`,
    unnoticed > 0 && `no customer noticed ${unnoticed === 1 ? "it once" : `${unnoticed} times`}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "worth it, said those who were woken";
}
