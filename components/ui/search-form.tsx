import { Search } from "lucide-react";
import { Button } from "#components/ui/button";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";

type SearchFormProps = {
  /** The page that shows the results, without its query. */
  action: string;
  label: string;
  name?: string;
  defaultValue?: string;
  /** What else the address says (facets, order) and must survive a search. */
  keep?: Record<string, string | readonly string[] | undefined>;
  className?: string;
};

/** A search that is part of the address: a plain GET form. */
export function SearchForm({ action, label, name = "query", defaultValue, keep = {}, className }: SearchFormProps) {
  return (
    <search className={classNames("block", className)}>
      <form action={action} className="flex gap-2">
        {Object.entries(keep).flatMap(([key, values]) =>
          [values ?? []]
            .flat()
            .map((value) => <input key={`${key} ${value}`} type="hidden" name={key} value={value} />),
        )}
        <label className="relative block min-w-0 flex-1">
          <span className="sr-only">{label}</span>
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
          />
          <input
            type="search"
            name={name}
            defaultValue={defaultValue}
            placeholder={label}
            autoComplete="off"
            className={classNames(controlStyle, lineStyle, "pl-9!")}
          />
        </label>
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
