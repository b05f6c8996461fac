import { Lamp } from "#components/ui/lamp";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { NamedService } from "#lib/search/paste-queries";

/** Services that a text names: who owns each, and who is on watch for it now. */
export function NamedServices({ services }: { services: readonly NamedService[] }) {
  return (
    <Section title="Services that it names" note={services.length}>
      <ul className="border-t">
        {services.map((service) => (
          <li key={service.url} className="grid items-baseline gap-x-6 border-b py-2 sm:grid-cols-[2fr_2fr_2fr]">
            <span className="min-w-0">
              <Link href={service.url} className="font-semibold">
                {service.name}
              </Link>
              <span className="block text-ink-faint text-small">{service.why}</span>
            </span>
            <span className="text-ink-soft">{service.hint ?? "Nobody owns it"}</span>
            <OnWatch service={service} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OnWatch({ service: { onWatch } }: { service: NamedService }) {
  const person = onWatch?.person;
  if (!person) return <span className="text-port">Nobody is on watch</span>;
  return (
    <span className="flex items-baseline gap-2">
      <Lamp />
      <Link href={`/people/${encodeURIComponent(person.address)}`}>{person.name}</Link>
      <span className="text-ink-faint text-small">on watch</span>
    </span>
  );
}
