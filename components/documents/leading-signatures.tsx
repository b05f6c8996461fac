import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { signatureUrl } from "#lib/documents/addresses";
import type { LeadingSignature } from "#lib/documents/reading-queries";

type LeadingSignaturesProps = { service: { slug: string }; signatures: readonly LeadingSignature[] };

/** The errors whose first step is in this runbook: what they mean and what they look like. */
export function LeadingSignatures({ service, signatures }: LeadingSignaturesProps) {
  if (signatures.length === 0) return null;
  return (
    <Section title="Errors that lead here" note={signatures.length}>
      <ul className="rows border-b">
        {signatures.map(({ slug, meaning, pattern, anchor }) => (
          <li key={slug} className="py-2">
            <Link href={signatureUrl({ slug, service })}>{meaning}</Link>
            <code className="wrap-anywhere block text-ink-soft text-small">{firstLine(pattern)}</code>
            {anchor && (
              <Link href={`#${anchor}`} className="text-small">
                its first step
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const firstLine = (pattern: string) => {
  const [first = "", ...rest] = pattern.split("\n");
  return rest.length > 0 ? `${first} …` : first;
};
