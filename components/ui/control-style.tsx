/** The look that every text-like control shares. */
export const controlStyle =
  "block w-full min-w-0 rounded-control border border-control bg-sheet px-3 py-[0.4375rem] text-ink text-body leading-snug " +
  "hover:border-ink-faint focus-visible:border-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-port " +
  "disabled:cursor-not-allowed disabled:bg-well disabled:text-ink-faint [&:is(input,textarea)]:read-only:bg-well";

/** A control of one line is tall enough for a finger. */
export const lineStyle = "touch:min-h-11";
