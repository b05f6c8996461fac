import type { Metadata } from "next";
import { SignOutEverywhere } from "#components/auth/sign-out-everywhere";
import { PageHeader } from "#components/layout/page-header";
import { Fact, Facts } from "#components/ui/facts";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { listOwnTokens } from "#lib/auth/queries";
import { requireViewer } from "#lib/auth/viewer";
import { listMethods } from "#lib/notifications/methods/queries";
import { listCalendars } from "#lib/rotations/calendars/calendar-queries";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const viewer = await requireViewer();
  const [tokens, calendars, methods] = await Promise.all([
    listOwnTokens(viewer),
    listCalendars(viewer),
    listMethods(viewer),
  ]);
  const reached = methods.filter(({ verifiedAt }) => verifiedAt).length;
  const page = `/people/${encodeURIComponent(viewer.email ?? "")}`;

  return (
    <>
      <PageHeader title="Your account" lede="How you are reached, how you sign in, and what signs in for you." />
      <Section title="You" action={<Link href={page}>Your page</Link>}>
        <Facts>
          <Fact term="name">{viewer.name}</Fact>
          <Fact term="e-mail">{viewer.email}</Fact>
          <Fact term="time zone">{viewer.timeZone}</Fact>
        </Facts>
      </Section>
      <Section
        title="How you are paged"
        action={
          <>
            <Link href="/account/outbox">What was sent</Link>
            <Link href="/account/notifications">Reminders</Link>
            <Link href="/account/contact-methods">Manage</Link>
          </>
        }
      >
        <p className="text-ink-soft">
          {reached === 0
            ? "Nothing of yours would ring: add a way to reach you before your first watch."
            : reached === 1
              ? "One way leads to you. Add a second one for the night on which it fails."
              : `${reached} ways lead to you.`}
        </p>
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
