import type { Metadata } from "next";
import { SignOutEverywhere } from "#components/auth/sign-out-everywhere";
import { PageHeader } from "#components/layout/page-header";
import { Fact, Facts } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { listOwnTokens } from "#lib/auth/queries";
import { requireViewer } from "#lib/auth/viewer";
import { listCalendars } from "#lib/rotations/calendars/calendar-queries";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const [tokens, calendars] = await Promise.all([listOwnTokens(viewer), listCalendars(viewer)]);
  const page = `/people/${encodeURIComponent(viewer.email ?? "")}`;

  return (
    <>
      <PageHeader title="Your account" lede="How you sign in, and what signs in for you." />
      <Section title="You" action={<Link href={page}>Your page</Link>}>
        <Facts>
          <Fact term="name">{viewer.name}</Fact>
          <Fact term="e-mail">{viewer.email}</Fact>
          <Fact term="time zone">{viewer.timeZone}</Fact>
        </Facts>
      </Section>
      <Section title="API tokens" action={<Link href="/account/tokens">Manage tokens</Link>}>
        <p className="text-ink-soft">
          {tokens.length === 0
            ? "No token speaks for you."
            : tokens.length === 1
              ? "One token speaks for you."
              : `${tokens.length} tokens speak for you.`}
        </p>
      </Section>
      <Section title="Calendars" action={<Link href="/account/calendars">Manage calendars</Link>}>
        <p className="text-ink-soft">
          {calendars.length === 0
            ? "No calendar shows your watches yet."
            : calendars.length === 1
              ? "One calendar is open."
              : `${calendars.length} calendars are open.`}
        </p>
      </Section>
      <Section title="Sessions">
        <SignOutEverywhere />
      </Section>
    </>
  );
}
