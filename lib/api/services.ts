import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Flag, Instant, InstantInput, partOf, SlugText } from "#lib/api/shared";
import { Slug } from "#lib/fields";
import { facetNames } from "#lib/services/facets";
import { ServiceFilter } from "#lib/services/filter";
import { gapKinds } from "#lib/services/gaps";
import { dependencyKinds, lifecycles, ownershipRoles, PutServiceInput } from "#lib/services/inputs";

const described = {
  name: z.string().meta({ example: "Checkout" }),
  description: z.string().nullable(),
  type: z.string().nullable().meta({ description: "What its descriptor calls it", example: "service" }),
  tier: z.number().int().min(1).max(4).nullable().meta({ description: "1 is the most important" }),
  lifecycle: z.enum(lifecycles),
  customerFacing: z.boolean().nullable().meta({ description: "Null: nobody has said" }),
};

const read = {
  slug: SlugText("checkout"),
  gaps: z.array(z.enum(gapKinds)).meta({ description: "What is missing of it" }),
  ownerReference: z.string().nullable().meta({
    description: "The owner that its descriptor names where that is no team here",
    example: "group:default/ghosts",
  }),
};

const Dependency = z
  .object({ service: SlugText("payments"), kind: z.enum(dependencyKinds) })
  .meta({ id: "ServiceDependency" });

const minutes = (example: number) =>
  z.number().int().meta({ description: "Counted from the first page, while nobody acknowledges", example });

const Escalation = z
  .object({
    delivery: SlugText("shop-front-weekly"),
    backup: z.string().nullable().meta({ description: "The slug of a rotation" }),
    ops: z.string().nullable().meta({ description: "The slug of a rotation; null: the ops team's default" }),
    backupAfterMinutes: minutes(5),
    opsAfterMinutes: minutes(15),
    leadAfterMinutes: minutes(30),
  })
  .meta({ id: "Escalation", description: "Who is paged, in which order" });

const readOnly = {
  ...read,
  system: z.string().nullable().meta({ description: "The slug of the system it belongs to" }),
  partOf: z.string().nullable().meta({ description: "The slug of the service it is a part of" }),
  experts: z.array(
    z
      .object({
        email: z.string().meta({ description: "The handle of somebody who has no e-mail address" }),
        name: z.string(),
        note: z.string().nullable(),
        declaredAt: Instant,
      })
      .meta({ id: "Expert" }),
  ),
  needsNothingSince: Instant.nullable().meta({ description: "When somebody said that it needs nothing else" }),
  createdAt: Instant,
  changedAt: Instant,
  retiredAt: Instant.nullable(),
};

export const ServiceAnswer = z
  .object({
    ...described,
    team: z.string().nullable().meta({ description: "The slug of its delivery team", example: "shop-front" }),
    opsTeam: z.string().nullable().meta({ description: "The slug of its ops team", example: "ops" }),
    repository: z.string().nullable(),
    links: z.array(z.object({ title: z.string(), url: z.string(), type: z.string().optional() })),
    dependsOn: z.array(Dependency).meta({ description: "The services that it needs" }),
    escalation: Escalation.nullable().meta({ description: "Null: its teams' default rotations are paged" }),
    ...readOnly,
  })
  .meta({ id: "Service" });

export const ServiceListItem = z
  .object({ ...read, ...described, team: z.string().nullable() })
  .meta({ id: "ServiceListItem" });

const FacetValues = z
  .array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }))
  .meta({ id: "FacetValues" });

const Facets = z
  .object({
    total: z.number().int(),
    ...(Object.fromEntries(facetNames.map((name) => [name, FacetValues])) as Record<
      (typeof facetNames)[number],
      typeof FacetValues
    >),
  })
  .meta({ id: "ServiceFacets", description: "How many services each choice would leave" });

const example = {
  name: "Checkout",
  description: "Turns a full basket into an order that is paid for.",
  team: "shop-front",
  opsTeam: "ops",
  tier: 1,
  lifecycle: "production",
  customerFacing: true,
  repository: "https://code.harbour.example/shop/checkout",
  links: [{ title: "Dashboard", url: "https://graphs.harbour.example/checkout", type: "dashboard" }],
  dependsOn: [{ service: "payments", kind: "hard" }],
  escalation: {
    delivery: "shop-front-weekly",
    backup: null,
    ops: "ops-around-the-clock",
    backupAfterMinutes: 5,
    opsAfterMinutes: 15,
    leadAfterMinutes: 30,
  },
};

const service: AnswerDescription = {
  description: "The service",
  schema: ServiceAnswer,
  example: {
    ...example,
    type: "service",
    slug: "checkout",
    gaps: [],
    ownerReference: null,
    system: "shop",
    partOf: null,
    experts: [
      {
        email: "ada@harbour.example",
        name: "Ada Moreau",
        note: "Wrote the tax rules",
        declaredAt: "2026-01-12T10:00:00+00:00",
      },
    ],
    needsNothingSince: null,
    createdAt: "2025-11-03T08:30:00+00:00",
    changedAt: "2026-02-20T15:12:00+00:00",
    retiredAt: null,
  },
};

const params = z.object({ slug: Slug.meta({ example: "checkout" }) });
const former = "A former address answers with the service as it is now: its `slug` says where it lives.";

export const listServicesCall = defineCall({
  id: "listServices",
  method: "GET",
  path: "/services",
  tag: "Services",
  summary: "The catalog",
  description:
    "Several values of one filter, separated by commas or repeated, mean any of them. The text search forgives typing mistakes. `facets=true` adds counts; with `mine` and `starred` the call needs a person.",
  query: ServiceFilter.extend({ facets: Flag.optional() }),
  answers: {
    200: {
      description: "A part of the catalog",
      schema: partOf(ServiceListItem, "ServiceList").extend({ facets: Facets.optional() }).meta({ id: "ServiceList" }),
    },
  },
});

export const findServiceCall = defineCall({
  id: "findService",
  method: "GET",
  path: "/services/{slug}",
  tag: "Services",
  summary: "One service",
  description: former,
  params,
  answers: { 200: service },
});

export const putServiceCall = defineCall({
  id: "putService",
  method: "PUT",
  path: "/services/{slug}",
  tag: "Services",
  summary: "Create a service, or make it what the body says",
  description:
    "A field left out keeps its value; null takes it away. A retired service comes back. Fields that only an answer has are passed over, so that an answer can be sent back; any other field is refused.",
  params,
  body: PutServiceInput,
  ignores: Object.keys(readOnly),
  example,
  answers: { 200: service, 201: { ...service, description: "The service, created" } },
  problems: [409],
});

export const retireServiceCall = defineCall({
  id: "retireService",
  method: "DELETE",
  path: "/services/{slug}",
  tag: "Services",
  summary: "Retire a service; its history stays",
  params,
  answers: { 204: { description: "It is retired" } },
});

export const OwnershipAnswer = z
  .object({
    at: Instant,
    owners: z.array(
      z
        .object({
          role: z.enum(ownershipRoles),
          team: SlugText("shop-front"),
          name: z.string(),
          from: Instant,
          to: Instant.nullable(),
        })
        .meta({ id: "Ownership" }),
    ),
  })
  .meta({ id: "OwnershipAt" });

export const findOwnershipCall = defineCall({
  id: "findOwnership",
  method: "GET",
  path: "/services/{slug}/ownership",
  tag: "Services",
  summary: "Who owned the service at an instant",
  description: "Spans are half-open: `from` belongs to it, `to` does not. A role that nobody held is left out.",
  params,
  query: z.object({ at: InstantInput.optional() }),
  answers: { 200: { description: "The owners", schema: OwnershipAnswer } },
});

export const GraphAnswer = z
  .object({
    service: SlugText("checkout"),
    nodes: z.array(
      z
        .object({
          key: z
            .string()
            .meta({ description: "Noun and slug, by which edges name a node", example: "service:checkout" }),
          noun: z.enum(["service", "api", "resource", "system", "domain"]),
          slug: z.string(),
          name: z.string(),
          tier: z.number().int().nullable(),
          distance: z.number().int().meta({ description: "Steps from the service" }),
        })
        .meta({ id: "GraphNode" }),
    ),
    edges: z.array(
      z
        .object({ from: z.string(), to: z.string(), kind: z.enum(dependencyKinds) })
        .meta({ id: "GraphEdge", description: "`from` needs `to`" }),
    ),
    isCut: z.boolean().meta({ description: "There is more than is told" }),
  })
  .meta({ id: "DependencyGraph" });

export const findDependenciesCall = defineCall({
  id: "findDependencies",
  method: "GET",
  path: "/services/{slug}/dependencies",
  tag: "Services",
  summary: "What the service needs and what needs it, two steps each way",
  params,
  answers: { 200: { description: "The neighbourhood as a graph", schema: GraphAnswer } },
});
