import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { addressWith } from "#lib/address-values";
import type { Noise } from "#lib/alerts/noise-queries";

/** Rules that raise alerts for nobody: what their owners mend. Nothing on a quiet month. */
export function NoiseList({ noise, timeZone }: { noise: readonly Noise[]; timeZone: string }) {
  if (noise.length === 0) return null;
  return (
    <Section title="Noise to mend" note="30 days">
      <ul className="rows border-b">
        {noise.map(({ rule, service, count, lastAt, unneeded }) => (
          <li key={`${service.slug} ${rule}`} className="py-2.5">
            <Link href={addressWith("/alerts", { service: service.slug, rule, status: "resolved" })}>
              <code className="wrap-anywhere">{rule}</code>
            </Link>
            <span className="block text-ink-faint text-small">
              {service.name} · {count === 1 ? "one alert" : `${count} alerts`}
              {unneeded > 0 && `, ${unneeded} of them with nothing to do`} · last{" "}
              <Instant at={lastAt} timeZone={timeZone} style="day" />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
