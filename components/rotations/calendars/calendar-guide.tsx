import { Fact, Facts } from "#components/ui/facts";

/** How an address is made use of, program by program. */
export function CalendarGuide() {
  return (
    <>
      <Facts>
        <Fact term="Google">
          In the browser, beside “Other calendars”, choose + and “From URL”, and paste the address.
        </Fact>
        <Fact term="Outlook">In the calendar, choose “Add calendar”, “Subscribe from web”, and paste the address.</Fact>
        <Fact term="Apple">
          On a Mac, File, “New Calendar Subscription”; on a phone, Calendar accounts in its settings, “Add Subscribed
          Calendar”.
        </Fact>
      </Facts>
      <p className="mt-3 max-w-[46rem] text-ink-faint text-small">
        These programs ask again when they see fit, some only twice a day: for who is on watch right now, look here.
        Google and Outlook on the web fetch the address themselves, so this server has to be within their reach.
      </p>
    </>
  );
}
