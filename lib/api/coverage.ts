import { z } from "zod";
import { type AnswerDescription, defineCall } from "#lib/api/call";
import { Instant, InstantInput, partOf, SlugText } from "#lib/api/shared";
import { type CheckKind, checkStates, checks, levels } from "#lib/coverage/checks";
import { MatrixFilter } from "#lib/coverage/filter";

const kinds = checks.map(({ kind }) => kind) as [CheckKind, ...CheckKind[]];

const CheckAnswer = z
  .object({
    check: z.enum(kinds),
    level: z.enum(levels),
    asks: z.string().meta({ description: "What it asks of a service", example: "The team has a lead" }),
    state: z.enum(checkStates).meta({ description: "`not_measured`: nothing was seen from which to tell" }),
    says: z.string().meta({ description: "The evidence, in one sentence", example: "Ada Moreau leads Checkout." }),
    at: Instant.nullable().meta({ description: "The newest thing that it rests on" }),
  })
  .meta({ id: "CoverageCheck" });

export const CoverageAnswer = z
  .object({
    service: SlugText("checkout"),
    name: z.string().meta({ example: "Checkout" }),
    team: z.string().nullable().meta({ description: "The slug of its delivery team then" }),
    tier: z.number().int().min(1).max(4).nullable(),
    customerFacing: z.boolean().nullable(),
    level: z
      .enum(levels)
      .nullable()
      .meta({ description: "The last level that is reached with all before it; null: not the first" }),
    measuredAt: Instant.nullable().meta({
      description: "Since when it was found like this; null: nobody has measured it, and no check is",
    }),
    checks: z.array(CheckAnswer),
  })
  .meta({ id: "Coverage" });

const meanings =
  "From what was measured by then: once a day, and whenever somebody of a team measured. `team` includes the teams beneath it.";
const { query, team, tier, customerFacing, level, missing, sort, cursor, limit } = MatrixFilter.shape;
const wanted = z.object({ team, at: InstantInput.optional(), query, tier, customerFacing, level, missing, sort });

const answers: Record<number, AnswerDescription> = {
  200: {
    description: "A part of the services, or all of them as `text/csv`",
    schema: partOf(CoverageAnswer, "CoverageList"),
  },
};

export const listCoverageCall = defineCall({
  id: "listCoverage",
  method: "GET",
  path: "/coverage",
  tag: "Coverage",
  summary: "How far services are truly owned, check by check",
  description: `${meanings} With \`Accept: text/csv\` all rows come as CSV, whatever \`limit\` and \`cursor\` say.`,
  query: wanted.extend({ cursor, limit }),
  answers,
});

export const downloadCoverageCall = defineCall({
  id: "downloadCoverage",
  method: "GET",
  path: "/coverage.csv",
  tag: "Coverage",
  summary: "The same as a file for a spreadsheet",
  description: `${meanings} A cell that a spreadsheet would read as a formula has an apostrophe before it.`,
  query: wanted,
  answers: { 200: { description: "text/csv" } },
});

export const coverageCalls = [listCoverageCall, downloadCoverageCall];
