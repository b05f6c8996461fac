import type { CheckKind } from "#lib/coverage/checks";
import type { Mend } from "#lib/coverage/views";

/** What a check is about, by slug. `rotation` fills the delivery seat. */
export type Place = { service: string; team: string | null; rotation: string | null };

/** Where somebody goes to make a check met. The same for the same service, whatever was found. */
export function mendOf(kind: CheckKind, { service, team, rotation }: Place): Mend {
  const room = (path: string) => `/services/${service}${path}`;
  const ofTeam = (label: string, path: string): Mend =>
    team === null
      ? { label: "Choose who delivers it", path: room("/transfer") }
      : { label, path: `/teams/${team}${path}` };

  switch (kind) {
    case "delivery-team":
    case "owner-exists":
      return { label: "Choose who delivers it", path: room("/transfer") };
    case "lead":
      return ofTeam("Name a lead", "/members");
    case "manager":
      return ofTeam("Name a manager", "/edit");
    case "facts":
      return { label: "State its facts", path: room("/edit") };
    case "ops-team":
      return { label: "Choose its ops team", path: room("/transfer?role=ops") };
    case "always-somebody":
    case "more-than-one":
      return rotation === null
        ? { label: "Choose its rotation", path: room("/escalation") }
        : { label: "Fill the rotation", path: `/rotations/${rotation}` };
    case "load":
      return rotation === null
        ? { label: "Choose its rotation", path: room("/escalation") }
        : { label: "See who carries what", path: `/rotations/${rotation}/load` };
    case "backup":
    case "ops-now":
      return { label: "See whom it pages", path: room("/escalation") };
    case "contact-methods":
      return rotation === null
        ? { label: "Choose its rotation", path: room("/escalation") }
        : { label: "See who is ready", path: `/rotations/${rotation}/readiness` };
    case "architecture-note":
      return { label: "See its notes", path: room("/documents") };
    case "runbooks":
    case "steps-worked":
      return { label: "See its runbooks", path: room("/documents") };
    case "dependencies":
      return { label: "Say what it needs", path: room("/dependencies") };
    case "signatures":
      return { label: "Write what it means", path: room("/signatures") };
    case "experts":
      return { label: "Name who knows it", path: room("/experts") };
    case "answered":
    case "worthwhile-pages":
      return { label: "See its alerts", path: room("/alerts") };
    case "exercised":
      return { label: "Plan a drill", path: room("/drills") };
  }
}
