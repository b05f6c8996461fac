import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { AddMethod } from "#components/notifications/add-method";
import { LetThrough } from "#components/notifications/let-through";
import { MethodList } from "#components/notifications/method-list";
import { MethodNotice } from "#components/notifications/method-notice";
import { PagerTest } from "#components/notifications/pager-test";
import { Link } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { listKindOffers } from "#lib/notifications/contact-kind-queries";
import { findLastDrill } from "#lib/notifications/drills/queries";
import { kindsToTell } from "#lib/notifications/kinds-to-tell";
import { listMethods } from "#lib/notifications/methods/queries";
import { newTopic, pushPublicKey } from "#lib/notifications/push-queries";

export const metadata: Metadata = { title: "How you are paged" };

export default async function ContactMethodsPage({ searchParams }: PageProps<"/account/contact-methods">) {
  const [viewer, asked] = await Promise.all([requireViewer(), searchParams]);
  const [add, method, code, verified] = [asked.add, asked.method, asked.code, asked.verified].map(
    (one) => [one].flat()[0],
  );
  const [methods, drill, pushKey] = await Promise.all([listMethods(viewer), findLastDrill(viewer), pushPublicKey(add)]);
  const [at, offers] = [now().toString(), listKindOffers()];

  return (
    <>
      <PageHeader
        title="How you are paged"
        breadcrumb={[{ label: "Your account", href: "/account" }]}
        lede="In this order and by these rules, until you answer. Whatever the rules say, one message goes out at once."
      />
      <MethodNotice methods={methods} verified={verified} />
      <Section title="Your ways" action={<Link href="/account/outbox">What was sent to you</Link>}>
        <MethodList
          methods={methods}
          timeZone={viewer.timeZone}
          now={at}
          brought={method && code ? { method, code } : undefined}
        />
      </Section>
      <Section title="Test" id="test">
        <PagerTest drill={drill} timeZone={viewer.timeZone} now={at} />
      </Section>
      <Section title="Add a way" id="add">
        <AddMethod offers={offers} chosen={add} email={viewer.email} topic={newTopic()} pushKey={pushKey} />
      </Section>
      <Section title="Let it through at night">
        <LetThrough kinds={kindsToTell(offers, methods, add)} />
      </Section>
    </>
  );
}
