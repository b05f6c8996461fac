import { Folded } from "#components/imports/folded";
import { DiffList } from "#components/ui/diff-list";
import { Section } from "#components/ui/section";
import type { RunView } from "#lib/imports/queries";

type Difference = RunView["differences"][number];

const groups = [
  { outcome: "created", title: "Would be created" },
  { outcome: "changed", title: "Would change" },
  { outcome: "restored", title: "Would come back" },
  { outcome: "retired", title: "Would be retired" },
] as const;

/** What a dry run found, by what would happen. */
export function ImportDifferences({ differences }: { differences: RunView["differences"] }) {
  return groups.map(({ outcome, title }) => {
    const some = differences.filter((difference) => difference.outcome === outcome);
    if (some.length === 0) return null;
    return (
      <Section key={outcome} title={title} note={some.length.toLocaleString("en")}>
        <Folded items={some} noun="things">
          {(shown) => (
            <ul>
              {shown.map((difference) => (
                <li key={difference.reference} className="border-t py-2">
                  <DifferenceOf difference={difference} />
                </li>
              ))}
            </ul>
          )}
        </Folded>
      </Section>
    );
  });
}

function DifferenceOf({ difference: { name, reference, changes } }: { difference: Difference }) {
  return (
    <>
      <b className="mr-1.5">{name}</b> <code className="wrap-anywhere text-ink-faint text-small">{reference}</code>
      {changes.length > 0 && (
        <div className="mt-1.5 ml-4">
          <DiffList caption={`What changes of ${name}`} differences={numbered(changes)} />
        </div>
      )}
    </>
  );
}

/** A list that gains several items has a line for each, so a field's name alone does not tell lines apart. */
function numbered(changes: Difference["changes"]) {
  const seen = new Map<string, number>();
  return changes.map(({ field, before, after }) => {
    const count = (seen.get(field) ?? 0) + 1;
    seen.set(field, count);
    return { field: count > 1 ? `${words(field)} ${count}` : words(field), before: shown(before), after: shown(after) };
  });
}

const words = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function shown(value: unknown): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length > 0 ? value.map(shownItem).join(", ") : undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function shownItem(item: unknown): string {
  const { title, url } = (item ?? {}) as { title?: string; url?: string };
  return url ? `${title} (${url})` : String(item);
}
