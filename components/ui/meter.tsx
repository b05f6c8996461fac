export type Segment = "met" | "not_met" | "not_measured";

const looks: Record<Segment, string> = {
  met: "bg-starboard",
  not_met: "bg-port",
  not_measured: "bg-line-strong",
};

/** One segment for each check, in the order given; the words beside it carry the same news. */
export function Meter({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <span role="img" aria-label={`${label}: ${meterText(segments)}`} className="flex h-1.5 gap-0.5">
      {segments.map((segment, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its position
          key={index}
          className={`min-w-1 flex-1 first:rounded-l-full last:rounded-r-full forced-color-adjust-none ${looks[segment]}`}
        />
      ))}
    </span>
  );
}

/** The segments in words: `3 of 4 met`, `1 of 3 met, 2 not measured`. */
export function meterText(segments: readonly Segment[]): string {
  const met = segments.filter((segment) => segment === "met").length;
  const unmeasured = segments.filter((segment) => segment === "not_measured").length;
  return `${met} of ${segments.length} met${unmeasured > 0 ? `, ${unmeasured} not measured` : ""}`;
}
