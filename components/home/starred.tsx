import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";

/** The services that the reader wants at hand. */
export function Starred({ services }: { services: { slug: string; name: string }[] }) {
  return (
    <Section title="Starred">
      {services.length === 0 ? (
        <p className="border-t pt-2 text-ink-faint text-small">Star a service on its page to have it at hand here.</p>
      ) : (
        <ul className="border-b">
          {services.map((service) => (
            <li key={service.slug} className="border-t py-2">
              <Link href={`/services/${service.slug}`}>{service.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
