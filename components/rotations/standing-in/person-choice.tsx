import { Field } from "#components/ui/field";
import { Select } from "#components/ui/select";
import type { PersonView } from "#lib/rotations/views";

type PersonChoiceProps = {
  label: string;
  people: readonly PersonView[];
  /** The reader's own address. */
  address: string | null;
  /** The reader may choose themselves, and comes first. */
  isSelfOffered: boolean;
  hint?: string;
};

/** Whom it is about. Sends nothing for the reader themselves. */
export function PersonChoice({ label, people, address, isSelfOffered, hint }: PersonChoiceProps) {
  const others = people.filter((person) => person.address !== address);
  return (
    <Field label={label} name="person" hint={hint}>
      <Select defaultValue={isSelfOffered ? "" : others[0]?.address}>
        {isSelfOffered && <option value="">Yourself</option>}
        {others.map((person) => (
          <option key={person.address} value={person.address}>
            {person.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
