"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useTransition } from "react";
import { Button } from "#components/ui/button";
import { classNames } from "#components/ui/class-name";
import { controlStyle, lineStyle } from "#components/ui/control-style";
import { catalogAddress } from "#lib/services/catalog-address";
import type { ServiceFilter } from "#lib/services/filter";

const pauseMilliseconds = 180;

type CatalogSearchProps = {
  filter: ServiceFilter /** What else the address says, and must survive a search. */;
  keep: [string, string][];
};

/** The search of the catalog: a plain form that, where it can, answers while the reader types. */
export function CatalogSearch({ filter, keep }: CatalogSearchProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(filter.query ?? "");
  const isNewEntry = useRef(true);

  // The back button and the links of the page change the query too.
  useEffect(() => {
    const query = filter.query ?? "";
    if (query !== asked.current && input.current) input.current.value = query;
    asked.current = query;
  }, [filter.query]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function find() {
    clearTimeout(timer.current);
    const query = input.current?.value.trim().slice(0, 200) ?? "";
    if (query === asked.current) return;
    asked.current = query;
    // One entry of the browser's history for one search, however many pauses were made while typing it.
    const go = isNewEntry.current ? router.push : router.replace;
    isNewEntry.current = false;
    startTransition(() => go(catalogAddress({ ...filter, query: query || undefined }), { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    find();
  }

  return (
    <search className="block">
      <form action="/services" onSubmit={submit} className="flex gap-2" aria-busy={isPending}>
        {keep.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label className="relative block min-w-0 flex-1">
          <span className="sr-only">Search services</span>
          <Search
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
          />
          <input
            ref={input}
            type="search"
            name="query"
            defaultValue={filter.query}
            placeholder="Search by name or what it does"
            maxLength={200}
            autoComplete="off"
            onFocus={() => {
              isNewEntry.current = true;
            }}
            onChange={() => {
              clearTimeout(timer.current);
              timer.current = setTimeout(find, pauseMilliseconds);
            }}
            className={classNames(controlStyle, lineStyle, "pl-9!")}
          />
        </label>
        <noscript>
          <Button type="submit">Search</Button>
        </noscript>
      </form>
    </search>
  );
}
