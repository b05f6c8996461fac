import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { TeamField } from "#components/services/team-field";
import { Button } from "#components/ui/button";
import { Field } from "#components/ui/field";
import { Input } from "#components/ui/input";
import { Link } from "#components/ui/link";
import { Select } from "#components/ui/select";
import { checks, levels, levelWords } from "#lib/coverage/checks";
import type { MatrixFilter as Filter, MatrixSort } from "#lib/coverage/filter";

const sortWords: Record<MatrixSort, string> = {
  tier: "tier",
  name: "name",
  level: "level, lowest first",
  nearest: "nearest to its next level",
};

type MatrixFilterProps = {
  /** The page of the matrix, which the form asks again. */
  action: string;
  filter: Filter;
  /** The day that is looked at, which survives. */
  day: string | undefined;
  /** Given where teams can be chosen: the one that is. */
  team?: { slug: string; name: string } | null;
};

/** The ways to narrow and order the matrix: a plain form of its address. */
export function MatrixFilter({ action, filter, day, team }: MatrixFilterProps) {
  const { tier, customerFacing, level, missing, query } = filter;
  const chosen = [tier, customerFacing, level, missing, query, filter.team].filter(Boolean).length;
  return (
    <details className="group mb-4 border-y" open={chosen > 0} data-screen-only="">
      <summary className="flex min-h-11 items-center justify-between">
        <span>
          Narrow down and order
          {chosen > 0 && <span className="ml-2 text-ink-faint text-small">{chosen} chosen</span>}
        </span>
        <ChevronDown aria-hidden="true" className="size-4 text-ink-faint group-open:rotate-180" />
      </summary>
      <form action={action} className="grid gap-x-4 gap-y-3 pt-1 pb-4 sm:grid-cols-2 lg:grid-cols-4">
        {day && <input type="hidden" name="at" value={day} />}
        <Field label="Name" name="query">
          <Input type="search" defaultValue={query} autoComplete="off" />
        </Field>
        {team !== undefined && <TeamField label="Team" name="team" team={team} isRequired={false} />}
        <Choice label="Tier" name="tier" chosen={tier}>
          {["1", "2", "3", "4"].map((value) => (
            <option key={value} value={value}>
              tier {value}
            </option>
          ))}
          <option value="none">nobody has said</option>
        </Choice>
        <Choice label="Customers" name="customerFacing" chosen={customerFacing}>
          <option value="true">customer-facing</option>
          <option value="false">internal</option>
          <option value="unknown">nobody has said</option>
        </Choice>
        <Choice label="Level" name="level" chosen={level}>
          <option value="0">not Owned yet</option>
          {levels.map((one, index) => (
            <option key={one} value={String(index + 1)}>
              {levelWords[one].name}
            </option>
          ))}
          <option value="none">not measured yet</option>
        </Choice>
        <Choice label="Check that is not met" name="missing" chosen={missing}>
          {levels.map((one) => (
            <optgroup key={one} label={levelWords[one].name}>
              {checks
                .filter((check) => check.level === one)
                .map(({ kind, label }) => (
                  <option key={kind} value={kind}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </Choice>
        <Field label="Order" name="sort">
          <Select defaultValue={filter.sort ?? "tier"}>
            {Object.entries(sortWords).map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex items-end gap-4">
          <Button type="submit">Show</Button>
          {chosen > 0 && (
            <Link href={day ? `${action}?at=${day}` : action} className="py-2">
              All services
            </Link>
          )}
        </div>
      </form>
    </details>
  );
}

type ChoiceProps = { label: string; name: string; chosen: string | undefined; children: ReactNode };

function Choice({ label, name, chosen, children }: ChoiceProps) {
  return (
    <Field label={label} name={name}>
      <Select defaultValue={chosen ?? ""}>
        <option value="">any</option>
        {children}
      </Select>
    </Field>
  );
}
