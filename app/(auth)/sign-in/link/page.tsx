import type { Metadata } from "next";
import { Button } from "#components/ui/button";

export const metadata: Metadata = { title: "Sign in" };

type Search = { callbackUrl?: string; token?: string; email?: string };

/** One more click between the letter and the session: programs that scan mail follow links, but press no buttons. */
export default async function SignInLinkPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { callbackUrl = "/", token = "", email = "" } = await searchParams;

  return (
    <form action="/api/auth/callback/email" className="max-w-[36rem]">
      <h1 className="mb-3 font-bold text-display tracking-[-0.015em]">Sign in</h1>
      <p className="mb-5">
        You are about to sign in as <b>{email}</b> in this browser.
      </p>
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="email" value={email} />
      <Button type="submit" variant="primary">
        Sign in
      </Button>
    </form>
  );
}
