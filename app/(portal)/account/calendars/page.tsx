import type { Metadata } from "next";
import { PageHeader } from "#components/layout/page-header";
import { CalendarForm } from "#components/rotations/calendars/calendar-form";
import { CalendarGuide } from "#components/rotations/calendars/calendar-guide";
import { CalendarList } from "#components/rotations/calendars/calendar-list";
import { Section } from "#components/ui/section";
import { requireViewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { calendarOrigin, listCalendarChoices, listCalendars } from "#lib/rotations/calendars/calendar-queries";

export const metadata: Metadata = { title: "Your calendars" };

export default async function CalendarsPage({ searchParams }: PageProps<"/account/calendars">) {
  const [viewer, { rotation }] = await Promise.all([requireViewer(), searchParams]);
  const wanted = [rotation].flat()[0];
  const [calendars, choices, origin] = await Promise.all([
    listCalendars(viewer),
    listCalendarChoices(viewer, wanted),
    calendarOrigin(),
  ]);

  return (
    <>
      <PageHeader
        title="Your calendars"
        breadcrumb={[{ label: "Your account", href: "/account" }]}
        lede="Watches in the calendar that you use anyway, under an address of your own. Treat it like a password."
      />
      <Section title="Open now">
        <CalendarList calendars={calendars} timeZone={viewer.timeZone} now={now().toString()} />
      </Section>
      <Section title="New calendar">
        <CalendarForm choices={choices} chosen={wanted} origin={origin} />
      </Section>
      <Section title="How to subscribe">
        <CalendarGuide />
      </Section>
    </>
  );
}
