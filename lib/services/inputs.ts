import { z } from "zod";
import { Link, Name, OptionalSlug, OptionalText, OptionalUrl, PersonAddress, Slug, YesNo } from "#lib/fields";
import { EscalationInput } from "#lib/rotations/inputs";

export const lifecycles = ["experimental", "production", "deprecated"] as const;
export const ownershipRoles = ["delivery", "ops"] as const;
export const dependencyKinds = ["hard", "soft"] as const;

const Tier = z
  .union(
    [z.literal("").transform(() => null), z.null(), z.coerce.number().int().min(1).max(4)],
    "Choose a tier from 1 to 4.",
  )
  .describe("1 is the most important");

/** What can be said of a service besides its name and owners. */
const facts = {
  description: OptionalText(4_000),
  type: OptionalText(60),
  tier: Tier,
  lifecycle: z.enum(lifecycles, "Choose experimental, production or deprecated."),
  customerFacing: YesNo,
  repository: OptionalUrl,
  links: z.array(Link).max(50, "Keep at most 50 links."),
};

export const ServiceFacts = z.object(facts).partial();
export type ServiceFacts = z.output<typeof ServiceFacts>;

export const CreateServiceInput = ServiceFacts.extend({
  name: Name,
  slug: z.union([z.literal("").transform(() => undefined), Slug]).optional(),
  team: OptionalSlug.optional(),
  opsTeam: OptionalSlug.optional(),
});
export type CreateServiceInput = z.output<typeof CreateServiceInput>;

export const EditServiceInput = ServiceFacts.extend({ service: Slug });
export type EditServiceInput = z.output<typeof EditServiceInput>;

export const RenameServiceInput = z.object({ service: Slug, name: Name, slug: Slug });
export type RenameServiceInput = z.output<typeof RenameServiceInput>;

export const TransferServiceInput = z.object({ service: Slug, role: z.enum(ownershipRoles), toTeam: OptionalSlug });
export type TransferServiceInput = z.output<typeof TransferServiceInput>;

/** The form of a transfer: leaving a service to nobody has to be said. */
export const TransferServiceForm = TransferServiceInput.extend({ nobody: z.literal("on").optional() })
  .refine(({ toTeam, nobody }) => toTeam !== null || nobody === "on", {
    path: ["toTeam"],
    message: "Choose a team, or say that nobody owns it.",
  })
  .transform(({ nobody, toTeam, ...transfer }) => ({ ...transfer, toTeam: nobody ? null : toTeam }));

export const OneService = z.object({ service: Slug });
export type OneService = z.output<typeof OneService>;

export const DependencyInput = z.object({
  service: Slug,
  needs: Slug,
  kind: z.enum(dependencyKinds, "Choose hard or soft."),
});
export type DependencyInput = z.output<typeof DependencyInput>;

export const RemoveDependencyInput = z.object({ service: Slug, dependency: z.uuid() });
export type RemoveDependencyInput = z.output<typeof RemoveDependencyInput>;

export const ExpertInput = z.object({ service: Slug, person: PersonAddress, note: OptionalText(300).optional() });
export type ExpertInput = z.output<typeof ExpertInput>;

/** The body of `PUT /services/{slug}`: a field left out keeps its value. */
export const PutServiceInput = ServiceFacts.extend({
  name: Name,
  team: OptionalSlug.optional(),
  opsTeam: OptionalSlug.optional(),
  dependsOn: z
    .array(z.object({ service: Slug, kind: z.enum(dependencyKinds).default("hard") }))
    .max(500)
    .optional(),
  /** Null leaves the service to its teams' default rotations. */
  escalation: EscalationInput.nullable().optional(),
});
export type PutServiceInput = z.output<typeof PutServiceInput>;

/** The order of the catalog; `relevance` needs a query. */
export const serviceSorts = ["name", "tier", "changed", "relevance"] as const;
export type ServiceSort = (typeof serviceSorts)[number];
