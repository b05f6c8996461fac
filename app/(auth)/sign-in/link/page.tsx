import type { Metadata } from "next";
import { LinkConfirmation } from "#components/auth/link-confirmation";

export const metadata: Metadata = { title: "Sign in" };

type Search = { callbackUrl?: string; token?: string; email?: string };

export default async function SignInLinkPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { callbackUrl = "/", token = "", email = "" } = await searchParams;

  return (
    <div className="max-w-[36rem]">
      <h1 className="mb-3 font-bold text-display tracking-[-0.015em]">Sign in</h1>
      <LinkConfirmation callbackUrl={callbackUrl} email={email} token={token} />
    </div>
  );
}
