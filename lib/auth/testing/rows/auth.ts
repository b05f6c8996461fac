import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { apiTokens } from "#db/schema";
import * as tokens from "#lib/auth/commands";
import { systemViewer } from "#lib/auth/policy";
import { type Rows, unique } from "#lib/auth/testing/roles";

export const authRows: Rows = {
  "auth/commands.createOwnToken": {
    may: ["stranger", "member", "lead", "opsMember", "manager", "administrator"],
    run: (viewer) => tokens.createOwnToken(viewer, { name: "Mine", scope: "read", days: 30 }),
  },
  "auth/commands.createServiceToken": {
    may: ["administrator"],
    run: (viewer) => tokens.createServiceToken(viewer, { name: "Deploys", scope: "write", days: 30 }),
  },
  "auth/commands.revokeToken": {
    may: ["administrator"],
    run: async (viewer) => {
      const name = unique();
      await tokens.printToken(systemViewer("Setting the scene"), { name, scope: "read" });
      const [token] = await db().select({ id: apiTokens.id }).from(apiTokens).where(eq(apiTokens.name, name));
      return tokens.revokeToken(viewer, token?.id ?? "");
    },
  },
  "auth/commands.signOutEverywhere": {
    may: ["administrator"],
    run: (viewer, { newcomer }) => tokens.signOutEverywhere(viewer, newcomer.id),
  },
  "auth/commands.printToken": {
    may: [],
    run: (viewer) => tokens.printToken(viewer, { name: "Deploys", scope: "write" }),
  },
};
