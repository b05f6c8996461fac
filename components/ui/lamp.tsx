/** The amber lamp: this person is on watch now. It means nothing else, anywhere. */
export function Lamp({ label = "on watch now", isSaid }: { label?: string; isSaid?: boolean }) {
  return (
    <span className="mr-[0.45em] inline-block size-[0.5em] rounded-full bg-watch align-[0.1em] forced-colors:bg-[Highlight]">
      {!isSaid && <span className="sr-only">{label} </span>}
    </span>
  );
}
