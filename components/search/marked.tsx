import { Fragment } from "react";

/** Text of which some words are marked: those that were sought or that matched. */
export function Marked({ pieces }: { pieces: readonly { text: string; isMatch: boolean }[] }) {
  return pieces.map(({ text, isMatch }, index) => {
    const key = `${index} ${text}`;
    if (!isMatch) return <Fragment key={key}>{text}</Fragment>;
    return (
      <mark key={key} className="rounded-small bg-warn-wash px-px text-ink">
        {text}
      </mark>
    );
  });
}
