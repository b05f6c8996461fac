import { paragraphsOf } from "#components/services/service-header";
import { Section } from "#components/ui/section";

/** What else is said of a service, beyond the first paragraph, which stands under its name. */
export function About({ description }: { description: string | null }) {
  const rest = paragraphsOf(description).slice(1);
  if (rest.length === 0) return null;
  return (
    <Section title="More about it">
      <div className="grid max-w-[44rem] gap-3 border-t pt-2.5 whitespace-pre-line">
        {rest.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Section>
  );
}
