import { TransferForm } from "#components/services/transfer-form";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import type { ServiceView, TeamRef } from "#lib/services/queries";

type Role = "delivery" | "ops";

/** The two ownerships of a service, each with the form that changes it, for whoever may. */
export function Transfer({ service, first }: { service: ServiceView; first: Role }) {
  const { canEdit, canTransfer } = service.permissions;
  const roles: readonly Role[] = first === "ops" ? ["ops", "delivery"] : ["delivery", "ops"];
  return roles.map((role) => {
    const team = role === "ops" ? service.opsTeam : service.deliveryTeam;
    const may = role === "ops" ? canEdit : canTransfer;
    return (
      <Section key={role} title={role === "ops" ? "Ops team" : "Delivery team"}>
        <div className="grid gap-4 border-t pt-3">
          <Present team={team} />
          {may ? (
            <TransferForm slug={service.slug} role={role} isOwned={team !== null} />
          ) : (
            <p className="text-ink-faint">
              {role === "ops"
                ? "Only members of the service's delivery or ops team can change this."
                : "Only leads of the team that owns the service can give it to another team."}
            </p>
          )}
        </div>
      </Section>
    );
  });
}

function Present({ team }: { team: TeamRef | null }) {
  if (!team) return <p className="text-port">Nobody at present.</p>;
  return (
    <p>
      <Link href={`/teams/${team.slug}`}>{team.name}</Link> at present.
    </p>
  );
}
