import { zoneText } from "#components/ui/instant-text";

type ZoneNoteProps = { timeZone: string; homeZone: string | undefined };

/** In whose clocks a page speaks. */
export function ZoneNote({ timeZone, homeZone }: ZoneNoteProps) {
  const isElsewhere = homeZone !== undefined && homeZone !== timeZone;
  return (
    <p className="mt-2 text-ink-faint text-small">
      Times in {zoneText(timeZone)}
      {isElsewhere && `, in brackets those in ${zoneText(homeZone)}, where the rotation hands over`}.
    </p>
  );
}
