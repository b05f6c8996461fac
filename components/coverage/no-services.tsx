import { EmptyState } from "#components/layout/empty-state";
import { ButtonLink } from "#components/ui/button-link";
import type { TeamHead } from "#lib/teams/queries";

type NoServicesProps = { team: Pick<TeamHead, "name" | "slug" | "kind">; isPast: boolean };

/** A team that delivers nothing: why there is nothing to cover, and where services come from. */
export function NoServices({ team, isPast }: NoServicesProps) {
  if (isPast) return <EmptyState title={`${team.name} delivered no service on that day`} />;
  return (
    <EmptyState
      title={`${team.name} delivers no service`}
      action={<ButtonLink href="/services?owned=false">Services without an owner</ButtonLink>}
    >
      {team.kind === "ops"
        ? "Coverage is told of the services that a team delivers. An ops team has the back of others: theirs stand on the pages of those teams."
        : "Coverage is told of the services that a team delivers. It can adopt one that nobody owns, or another team gives it one."}
    </EmptyState>
  );
}
