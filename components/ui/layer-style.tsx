/** What lies between the page and a dialog. */
export const backdropStyle =
  "fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** A dialog: in the middle of a desk, at the bottom of a phone where thumbs are. */
export const dialogStyle =
  "fixed inset-x-0 bottom-0 z-50 mx-auto max-h-[calc(100dvh-2rem)] w-full max-w-[34rem] overflow-y-auto rounded-t-control bg-sheet p-5 text-ink shadow-raised " +
  "transition-[opacity,translate] duration-150 data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 " +
  "sm:top-[12vh] sm:bottom-auto sm:max-h-[76vh] sm:rounded-control sm:p-6";

/** A small layer that hangs from a control: a menu, a list of suggestions. */
export const popupStyle =
  "max-h-(--available-height) max-w-(--available-width) overflow-y-auto rounded-control bg-sheet p-1 text-ink shadow-raised outline-none " +
  "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";

/** One line of a menu or of a list of suggestions. */
export const itemStyle =
  "flex w-full cursor-default select-none items-baseline justify-between gap-4 rounded-small px-2.5 py-1.5 text-left outline-none " +
  "data-disabled:text-ink-faint data-highlighted:bg-accent-wash touch:py-2.5";
