import { z } from "zod";
import { Email, Name } from "#lib/fields";

export const tokenScopes = ["read", "write", "intake", "admin"] as const;

/** How long a new token may be good for; 0 means until it is revoked. */
export const tokenLifetimesDays = [30, 90, 365, 0] as const;

const Lifetime = z.coerce
  .number()
  .refine((days) => tokenLifetimesDays.some((choice) => choice === days), "Choose one from the list.");

export const CreateTokenInput = z.object({
  name: Name,
  scope: z.enum(tokenScopes, "Choose what it may do."),
  days: Lifetime,
});
export type CreateTokenInput = z.output<typeof CreateTokenInput>;

export const RevokeTokenInput = z.object({ id: z.uuid() });

/** What `npm run token` asks for, of the database or of the server that holds it. */
export const PrintTokenInput = z.object({
  name: Name,
  scope: z.enum(tokenScopes, `The scope is one of ${tokenScopes.join(", ")}.`),
  person: Email.optional(),
});
export type PrintTokenInput = z.output<typeof PrintTokenInput>;

export const SignInLinkInput = z.object({ email: Email });
