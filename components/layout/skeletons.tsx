import type { ReactNode } from "react";
import { PageColumns } from "#components/layout/page-columns";
import { Skeleton } from "#components/ui/skeleton";

/** A page with a list while its rows are on their way. */
export function ListSkeleton({ label = "Loading the list" }: { label?: string }) {
  return (
    <Loading label={label}>
      <HeaderSkeleton />
      <RowsSkeleton count={9} />
    </Loading>
  );
}

/** The page of one thing while it is on its way. */
export function ThingSkeleton({ label = "Loading" }: { label?: string }) {
  return (
    <Loading label={label}>
      <HeaderSkeleton />
      <Skeleton className="mb-6 h-px! w-full" />
      <PageColumns aside={<RowsSkeleton count={4} />}>
        <RowsSkeleton count={6} />
      </PageColumns>
    </Loading>
  );
}

/** A form while it is on its way. */
export function FormSkeleton({ label = "Loading the form" }: { label?: string }) {
  return (
    <Loading label={label}>
      <HeaderSkeleton />
      <div className="grid max-w-[34rem] gap-6">
        {["name", "text", "choice"].map((field) => (
          <div key={field} className="grid gap-2">
            <Skeleton className="w-28" />
            <Skeleton className="h-9!" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

function Loading({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

function HeaderSkeleton() {
  return (
    <div className="mb-8 grid gap-3">
      <Skeleton className="h-8! w-56" />
      <Skeleton className="w-full max-w-96" />
    </div>
  );
}

function RowsSkeleton({ count }: { count: number }) {
  const rows = Array.from({ length: count }, (_, row) => row);
  return (
    <div className="mb-8">
      {rows.map((row) => (
        <div key={row} className="flex justify-between gap-8 border-t py-3">
          <Skeleton className={row % 3 === 1 ? "w-2/5" : "w-1/2"} />
          <Skeleton className="w-16" />
        </div>
      ))}
    </div>
  );
}
