import { EngagementNow } from "#components/coverage/engagement-now";
import { NoisyRules } from "#components/coverage/noisy-rules";
import { ServicePages } from "#components/coverage/service-pages";
import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import { Instant } from "#components/ui/instant";
import { Link } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import type { NoiseView } from "#lib/coverage/noise-queries";

/** Whom pages woke and for what, and how soon somebody answered: of everything, of a team or of one service. */
export function Noise({ noise, timeZone }: { noise: NoiseView; timeZone: string }) {
  const { team, service, problems, from, to, now, before, rules, services } = noise;
  return (
    <>
      {problems.length > 0 && (
        <Notice tone="warn" title="Part of this address was not understood." className="mb-4">
          {problems.join(" ")}
        </Notice>
      )}
      <p className="mb-5 text-ink-soft">
        {service ? (
          <>
            Of <Link href={`/services/${service.slug}/coverage`}>{service.name}</Link>
          </>
        ) : team ? (
          <>
            Of <Link href={`/teams/${team.slug}/coverage`}>{team.name}</Link> and the teams beneath it
          </>
        ) : (
          "Of all services"
        )}
        , from <Instant at={from} timeZone={timeZone} style="day" /> to{" "}
        <Instant at={to} timeZone={timeZone} style="day" />, beside the 91 days before.
        {(team || service) && (
          <>
            {" "}
            <Link href="/coverage/noise">All services</Link>
          </>
        )}
      </p>
      {now.paged + before.paged === 0 ? (
        <EmptyState title="Nobody was paged" action={<ButtonLink href="/alerts?status=resolved">Alerts</ButtonLink>}>
          In half a year no alert paged a delivery engineer of these services. Drills, and alerts that may yet be
          answered, do not count.
        </EmptyState>
      ) : (
        <>
          <EngagementNow now={now} before={before} />
          <NoisyRules rules={rules} timeZone={timeZone} isServiceShown={!service} />
          {!service && <ServicePages services={services} />}
        </>
      )}
    </>
  );
}
