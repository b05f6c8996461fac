import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInNotice } from "#components/auth/sign-in-notice";
import { SignInOptions } from "#components/auth/sign-in-options";
import { callbackPath } from "#lib/auth/callback-path";
import { listSignInOptions } from "#lib/auth/queries";
import { findViewer } from "#lib/auth/viewer";

export const metadata: Metadata = { title: "Sign in" };

type Search = { callbackUrl?: string; refused?: string; error?: string; signedOut?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [search, options, viewer] = await Promise.all([searchParams, listSignInOptions(), findViewer()]);
  const callbackUrl = callbackPath(search.callbackUrl);
  if (viewer && !options.demoPeople && !search.refused) redirect(callbackUrl);

  return (
    <>
      <h1 className="mb-2 font-bold text-display tracking-[-0.015em]">
        {options.demoPeople ? "Who would you like to be?" : "Sign in"}
      </h1>
      <SignInNotice reason={search.refused ?? search.error} signedOut={search.signedOut} />
      <SignInOptions options={options} callbackUrl={callbackUrl} />
    </>
  );
}
