import { Field } from "#components/ui/field";
import { Select } from "#components/ui/select";
import type { PersonView } from "#lib/rotations/views";

type PersonChoiceProps = {
  label: string;
  people: readonly PersonView[];
  /** The reader's own address: they come first, where they are among the people or `isSelfOffered`. */
  address: string | null;
  chosen?: string | undefined;
  hint?: string;
};

/** Whom it is about. Sends nothing for the reader themselves. */
export function PersonChoice({ label, people, address, chosen, hint }: PersonChoiceProps) {
  const others = people.filter((person) => person.address !== address);
  const isAmong = others.length < people.length;
  return (
    <Field label={label} name="person" hint={hint}>
      <Select defaultValue={chosen === address ? "" : (chosen ?? (isAmong ? "" : others[0]?.address))}>
        {isAmong && <option value="">Yourself</option>}
        {others.map((person) => (
          <option key={person.address} value={person.address}>
            {person.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
