import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Link } from "#components/ui/link";
import { recordAddress } from "#lib/records/addresses";
import type { RecordOfDays } from "#lib/records/queries";
import { daysOfPreset, recordPresets } from "#lib/records/span";

/** Which days the record is about: usual ones as links, any others by a form whose answer is an address. */
export function SpanForm({ record: { person, days }, today }: { record: RecordOfDays; today: string }) {
  const here = recordAddress(person.address);
  const present = Temporal.PlainDate.from(today);
  return (
    <form action={here} data-screen-only="" className="mb-7 flex flex-wrap items-end gap-x-3 gap-y-2">
      <Field label="First day" name="from">
        <Input key={days.from} type="date" required defaultValue={days.from} max={today} />
      </Field>
      <Field label="Last day" name="to">
        <Input key={days.to} type="date" required defaultValue={days.to} />
      </Field>
      <Button type="submit">Show</Button>
      <nav aria-label="Usual spans" className="flex flex-wrap gap-x-4 pb-1.5 sm:ml-3">
        <span className="text-ink-faint">the last</span>
        {recordPresets.map((preset) => {
          const { first, last } = daysOfPreset(preset, present);
          return preset === days.preset ? (
            <b key={preset} aria-current="true">
              {wordOf(preset)}
            </b>
          ) : (
            <Link key={preset} href={recordAddress(person.address, { from: `${first}`, to: `${last}` })}>
              {wordOf(preset)}
            </Link>
          );
        })}
      </nav>
    </form>
  );
}

const wordOf = (preset: string) => preset.replace(/^a /, "");
