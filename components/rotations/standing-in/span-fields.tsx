import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { zoneText } from "#components/ui/instant-text";
import { wallOf } from "#lib/rotations/standing-in/form-times";

type SpanFieldsProps = {
  /** What the fields begin with; ISO texts. */
  from: string;
  to: string;
  /** The reader's IANA zone, whose clock the fields show. */
  timeZone: string;
};

/** From when to when, by the reader's clock. Beside each field goes the very instant that it was filled with. */
export function SpanFields({ from, to, timeZone }: SpanFieldsProps) {
  return (
    <div id="span" className="grid max-w-[34rem] gap-x-4 gap-y-5 sm:grid-cols-2">
      <input type="hidden" name="timeZone" value={timeZone} />
      <input type="hidden" name="shownFrom" value={from} />
      <input type="hidden" name="shownTo" value={to} />
      <Field label="From" name="from" isRequired>
        <Input key={from} type="datetime-local" defaultValue={wallOf(from, timeZone)} />
      </Field>
      <Field label="Until" name="to" isRequired>
        <Input key={to} type="datetime-local" defaultValue={wallOf(to, timeZone)} />
      </Field>
      <p className="-mt-3 text-ink-faint text-small sm:col-span-2">As clocks in {zoneText(timeZone)} show it.</p>
    </div>
  );
}
