import { Fact, Facts, FactValue, FactValues } from "#components/ui/facts";
import { Instant } from "#components/ui/instant";
import { Section } from "#components/ui/section";
import { fieldWords, valueWords } from "#lib/change-words";
import type { Provenance as Origin } from "#lib/imports/provenance";

type ProvenanceProps = { origin: Origin | undefined; timeZone: string };

/** Which descriptor says this, what a person changed since, and what the source took back. Nothing for what was made here. */
export function Provenance({ origin, timeZone }: ProvenanceProps) {
  if (!origin) return null;
  const edited = origin.fields.filter(({ isEditedByHand }) => isEditedByHand).map(({ field }) => fieldWords(field));
  const replaced = origin.fields.filter((field) => field.replaced !== null);
  return (
    <Section title="Where this comes from">
      <Facts>
        <Fact term="descriptor" note={<Read origin={origin} timeZone={timeZone} />}>
          <code className="wrap-anywhere text-small">
            {origin.location}:{origin.line}
          </code>
        </Fact>
        {edited.length > 0 && (
          <Fact term="by hand" note="An import leaves this alone until the source changes it.">
            {new Intl.ListFormat("en").format(edited)}
          </Fact>
        )}
        {replaced.length > 0 && (
          <Fact term="replaced">
            <FactValues>
              {replaced.map(({ field, replaced: before }) => (
                <FactValue
                  key={field}
                  note={
                    before && (
                      <>
                        by its source on <Instant at={before.at} timeZone={timeZone} style="day" />; it was{" "}
                        {valueWords(before.value) ?? "nothing"}
                      </>
                    )
                  }
                >
                  {fieldWords(field)}
                </FactValue>
              ))}
            </FactValues>
          </Fact>
        )}
        {origin.dangling.length > 0 && (
          <Fact term="not here" note="The descriptor refers to it; it heals when it arrives.">
            <FactValues>
              {origin.dangling.map(({ field, target }) => (
                <code key={`${field} ${target}`} className="wrap-anywhere text-small">
                  {target}
                </code>
              ))}
            </FactValues>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Read({ origin, timeZone }: { origin: Origin; timeZone: string }) {
  return origin.vanishedAt ? (
    <span className="text-port">
      gone from its source since <Instant at={origin.vanishedAt} timeZone={timeZone} style="day" />
    </span>
  ) : (
    <>
      last read <Instant at={origin.importedAt} timeZone={timeZone} style="day" />
    </>
  );
}
