"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { z } from "zod";
import { formAction } from "#lib/action";
import { countTry } from "#lib/auth/attempts";
import { callbackPath } from "#lib/auth/callback-path";
import { createOwnToken, createServiceToken, revokeToken, signOutEverywhere } from "#lib/auth/commands";
import { sendSignInLink } from "#lib/auth/email-links";
import { CreateTokenInput, RevokeTokenInput, SignInLinkInput } from "#lib/auth/inputs";
import { signIn, signOut } from "#lib/auth/next-auth";
import { ownOrigin } from "#lib/auth/origin";
import { addressOf } from "#lib/auth/visitor";
import { KnownError, TooManyTries } from "#lib/errors";
import type { FormState } from "#lib/form-state";

/** Leads to the provider that the form names. */
export async function signInWithProviderAction(form: FormData): Promise<void> {
  const provider = z.enum(["oidc", "github", "google"]).parse(form.get("provider"));
  await countOrRefuse("address", addressOf(await headers()));
  await begin(provider, { redirectTo: callbackPath(form.get("callbackUrl")) });
}

/** Signs in as the demo person whose button was pressed. */
export async function signInAsDemoPersonAction(form: FormData): Promise<void> {
  await begin("demo", { person: String(form.get("person")), redirectTo: callbackPath(form.get("callbackUrl")) });
}

/** Sends a sign-in link, if the address may sign in; the answer is the same if it may not. */
export async function sendSignInLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  const email = String(form.get("email") ?? "");
  const parsed = SignInLinkInput.safeParse({ email });
  if (!parsed.success) return failed(email, "Write an e-mail address.");
  try {
    const visitor = await headers();
    await countTry("letters", addressOf(visitor));
    await countTry("email", parsed.data.email);
    const callbackUrl = callbackPath(form.get("callbackUrl"));
    await sendSignInLink({ email: parsed.data.email, origin: ownOrigin(visitor), callbackUrl });
  } catch (error) {
    if (error instanceof KnownError) return failed(email, error.message);
    throw error;
  }
  redirect(`/sign-in/sent?${new URLSearchParams({ email: parsed.data.email })}`);
}

/** Signs in by a link that was sent. */
export async function signInByLinkAction(form: FormData): Promise<void> {
  await countOrRefuse("address", addressOf(await headers()));
  const [email, token] = [String(form.get("email")), String(form.get("token"))];
  await begin("email", { email, token, redirectTo: callbackPath(form.get("callbackUrl")) });
}

export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/sign-in?signedOut=1" });
}

export const signOutEverywhereAction = formAction(z.object({}), async (viewer) => {
  await signOutEverywhere(viewer);
  await signOut({ redirectTo: "/sign-in?signedOut=everywhere" });
  return undefined;
});

export const createOwnTokenAction = formAction(CreateTokenInput, async (viewer, input) => {
  const token = await createOwnToken(viewer, input);
  refresh();
  return { result: token };
});

export const createServiceTokenAction = formAction(CreateTokenInput, async (viewer, input) => {
  const token = await createServiceToken(viewer, input);
  refresh();
  return { result: token };
});

export const revokeTokenAction = formAction(RevokeTokenInput, async (viewer, { id }) => {
  const name = await revokeToken(viewer, id);
  refresh();
  return { message: `“${name}” is revoked.` };
});

async function begin(provider: string, options: Record<string, string>): Promise<void> {
  try {
    await signIn(provider, options);
  } catch (error) {
    if (error instanceof AuthError)
      redirect(`/sign-in?${new URLSearchParams({ refused: `${provider}-${error.type}` })}`);
    throw error;
  }
}

async function countOrRefuse(kind: "address", who: string): Promise<void> {
  try {
    await countTry(kind, who);
  } catch (error) {
    if (error instanceof TooManyTries) redirect("/sign-in?refused=too-many-tries");
    throw error;
  }
}

function failed(email: string, message: string): FormState {
  return { status: "failed", message: "No link was sent.", errors: { email: [message] }, values: { email } };
}
