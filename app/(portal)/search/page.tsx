import type { Metadata } from "next";
import { EmptyState } from "#components/layout/empty-state";
import { PageHeader } from "#components/layout/page-header";
import { ResultList } from "#components/search/result-list";
import { ButtonLink } from "#components/ui/button-link";
import { SearchForm } from "#components/ui/search-form";
import { requireViewer } from "#lib/auth/viewer";
import { searchAnything } from "#lib/search/any-queries";

export const metadata: Metadata = { title: "Search" };

export default async function SearchPage({ searchParams }: PageProps<"/search">) {
  const [viewer, { q }] = await Promise.all([requireViewer(), searchParams]);
  const query = [q ?? ""].flat().at(-1)?.trim() ?? "";
  const items = query ? await searchAnything(viewer, query) : [];

  return (
    <>
      <PageHeader
        title="Search"
        lede="Services, teams, people, runbooks, notes and signatures, by name or by what they say."
        actions={<ButtonLink href="/search/paste">Paste an error</ButtonLink>}
      />
      <SearchForm action="/search" name="q" label="Find anything" defaultValue={query} className="mb-6 max-w-[44rem]" />
      {query ? (
        <ResultList query={query} items={items} />
      ) : (
        <EmptyState title="Nothing asked yet">
          Typing mistakes are forgiven, and a pasted error leads to what it names.
        </EmptyState>
      )}
    </>
  );
}
