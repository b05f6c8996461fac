import { z } from "zod";
import { defineCall } from "#lib/api/call";
import { SearchQuery } from "#lib/api/shared";
import { PastedText } from "#lib/search/inputs";
import { searchKinds } from "#lib/search/items";

const wrongLimit = "Use a number from 1 to 50.";

export const SearchAnswer = z
  .object({
    items: z.array(
      z
        .object({
          kind: z.string().meta({
            description: `What it is: ${searchKinds.join(", ")}; more kinds may come`,
            example: "service",
          }),
          slug: z.string().nullable(),
          email: z.string().nullable().meta({ description: "People are named by it instead of a slug" }),
          name: z.string(),
          hint: z.string().nullable().meta({ description: "What tells it from others: its team, its title" }),
          url: z
            .string()
            .meta({ description: "Its page in the portal; of a document the section", example: "/services/checkout" }),
          service: z
            .string()
            .nullable()
            .meta({ description: "The slug of the service whose document or signature it is" }),
          section: z.string().nullable().meta({ description: "The heading of the section that was found" }),
          excerpt: z
            .array(z.object({ text: z.string(), isMatch: z.boolean() }))
            .nullable()
            .meta({ description: "Words around those that were sought, in pieces" }),
          why: z.string().meta({ description: "In words", example: "the name begins with “check”" }),
        })
        .meta({ id: "SearchItem" }),
    ),
  })
  .meta({ id: "SearchResult" });

const answers = { 200: { description: "What was found, best first", schema: SearchAnswer } };

export const searchCall = defineCall({
  id: "search",
  method: "GET",
  path: "/search",
  tag: "Search",
  summary: "Find services, teams, rotations, people, documents and signatures",
  description:
    "By name, address or description; documents also by their headings and texts, and then the section is answered. A text that stands nowhere as it is typed finds what is nearly that.",
  query: z.object({
    q: SearchQuery.min(1, "Say what to search for.").meta({ example: "checkuot" }),
    limit: z.coerce
      .number(wrongLimit)
      .int(wrongLimit)
      .min(1, wrongLimit)
      .max(50, wrongLimit)
      .default(20)
      .meta({ override: { type: "integer", minimum: 1, maximum: 50, default: 20 } }),
  }),
  answers,
});

export const searchTextCall = defineCall({
  id: "searchText",
  method: "POST",
  path: "/search",
  tag: "Search",
  summary: "Find what is known about a pasted error or log",
  description:
    "Signatures that it matches over all services, then runbooks and notes that speak of it, then services, teams, rotations and people that it names.",
  isRead: true,
  body: PastedText,
  example: { text: "upstream checkout-api-7f9c4d5b refused the connection" },
  answers,
});
