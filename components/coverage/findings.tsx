import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { Finding, Findings as Found, WorkKind } from "#lib/coverage/finding-queries";

const heads: Record<WorkKind, { one: string; many: string; why: string }> = {
  "unowned-service": {
    one: "A service that nobody owns",
    many: "services that nobody owns",
    why: "Whoever is woken for it has nobody to ask.",
  },
  "coming-gap": {
    one: "A gap to come",
    many: "gaps to come",
    why: "Somebody can take it before it is there.",
  },
  "small-rotation": {
    one: "A rotation that is too small",
    many: "rotations that are too small",
    why: "One illness, and the rest carry more than they can.",
  },
  "single-expert": {
    one: "A service that one person knows",
    many: "services that one person knows",
    why: "What is in one head gets written down, or taught.",
  },
};

/** What the last run found that asks for work, each kind with why it matters. */
export function Findings({ findings }: { findings: Found }) {
  if (findings.length === 0) return null;
  const order = Object.keys(heads);
  return (
    <Section title="What asks for work">
      <div className="grid gap-x-11 gap-y-5 border-t pt-3 lg:grid-cols-2">
        {findings
          .toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
          .map(({ kind, count, items }) => (
            <div key={kind} className="min-w-0 break-inside-avoid">
              <h3 className="font-semibold">{count === 1 ? heads[kind].one : `${count} ${heads[kind].many}`}</h3>
              <p className="mb-1 text-ink-faint text-small">{heads[kind].why}</p>
              <ul className="rows border-b">
                {items.map((finding) => (
                  <FindingLine key={finding.id} finding={finding} />
                ))}
              </ul>
              {count > items.length && (
                <p className="pt-1.5 text-ink-faint text-small">and {count - items.length} more.</p>
              )}
            </div>
          ))}
      </div>
    </Section>
  );
}

const places: Record<WorkKind, { label: string; path: (finding: Finding<WorkKind>) => string | null | undefined }> = {
  "unowned-service": {
    label: "Choose who delivers it",
    path: ({ service }) => service && `/services/${service.slug}/transfer`,
  },
  "single-expert": {
    label: "Name who else knows it",
    path: ({ service }) => service && `/services/${service.slug}/experts`,
  },
  "small-rotation": { label: "See the rotation", path: ({ rotation }) => rotation && `/rotations/${rotation.slug}` },
  "coming-gap": { label: "Find somebody", path: ({ rotation }) => rotation && `/rotations/${rotation.slug}` },
};

function FindingLine({ finding }: { finding: Finding<WorkKind> }) {
  const { label, path } = places[finding.kind];
  const href = path(finding);
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.75">
      <span className="wrap-anywhere min-w-0">{finding.says}</span>
      {href && (
        <Link href={href} className="text-small touch:py-2">
          {label}
        </Link>
      )}
    </li>
  );
}
