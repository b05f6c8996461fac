import "server-only";
import { and, eq, gt, lt } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { db } from "#db/client";
import { verificationTokens } from "#db/schema";
import { mayBeAdmitted } from "#lib/auth/admission";
import { newTokenText, tokenHash } from "#lib/auth/token-text";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { Unavailable } from "#lib/errors";

const linkMinutes = 30;

type Wanted = { email: string; origin: string; callbackUrl: string };

/** Sends a link to sign in with, if whoever has this address may. Throws `Unavailable` when the letter cannot be sent. */
export async function sendSignInLink(wanted: Wanted, at = now()): Promise<void> {
  if (!(await mayBeAdmitted(wanted.email))) return;
  const link = await createSignInLink(wanted, at);
  const { SMTP_URL, MAIL_FROM } = environment();
  try {
    const letter = { from: MAIL_FROM, to: wanted.email, subject: "Sign in to Watchbill", text: letterWith(link) };
    await createTransport(SMTP_URL).sendMail(letter);
  } catch (error) {
    process.stderr.write(`A sign-in link could not be sent: ${error instanceof Error ? error.message : error}\n`);
    const failure = new Unavailable("The letter could not be sent. Try again in a few minutes.");
    failure.cause = error;
    throw failure;
  }
}

/** A link that signs in whoever has `email`, once, within half an hour. Only a hash of its secret is kept. */
export async function createSignInLink({ email, origin, callbackUrl }: Wanted, at: Temporal.Instant): Promise<string> {
  const token = newTokenText();
  await db().delete(verificationTokens).where(lt(verificationTokens.expires, at));
  await db()
    .insert(verificationTokens)
    .values({ identifier: email, token: tokenHash(token), expires: at.add({ minutes: linkMinutes }) });
  // It opens a page with a button: programs that scan mail follow links, but press nothing.
  return `${origin}/sign-in/link?${new URLSearchParams({ callbackUrl, email, token })}`;
}

/** Uses a link up. The address that it proves, or undefined when it is unknown, used or expired. */
export async function spendSignInLink(email: string, token: string, at = now()): Promise<string | undefined> {
  const isThisLink = and(eq(verificationTokens.identifier, email), eq(verificationTokens.token, tokenHash(token)));
  const [spent] = await db()
    .delete(verificationTokens)
    .where(and(isThisLink, gt(verificationTokens.expires, at)))
    .returning();
  return spent?.identifier;
}

const letterWith = (link: string) => `Sign in to Watchbill with this link:

${link}

It works once, for ${linkMinutes} minutes. If you did not ask for it, there is nothing to do.
`;
