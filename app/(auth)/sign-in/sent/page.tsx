import type { Metadata } from "next";
import { Link } from "#components/ui/link";

export const metadata: Metadata = { title: "Look into your mail" };

export default async function LinkSentPage({ searchParams }: { searchParams: Promise<{ email?: string }> }) {
  const { email } = await searchParams;

  return (
    <div className="max-w-[36rem]">
      <h1 className="mb-3 font-bold text-display tracking-[-0.015em]">Look into your mail</h1>
      <p>
        If {email ? <b>{email}</b> : "your address"} may sign in here, a link is on its way. It works once, for half an
        hour.
      </p>
      <p className="mt-3 text-ink-soft">
        Nothing there after a few minutes? Then your address is probably not known here yet: ask an administrator to add
        you, or <Link href="/sign-in">try another way</Link>.
      </p>
    </div>
  );
}
