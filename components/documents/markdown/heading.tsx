"use client";

import { Link2 } from "lucide-react";
import type { ComponentProps } from "react";

export type HeadingLevel = "h2" | "h3" | "h4" | "h5" | "h6";

type HeadingProps = ComponentProps<HeadingLevel> & { level: HeadingLevel; id: string; words: string };

/** A heading with a quiet link to itself beside it, which is no part of its words. Made in the browser to be sent short. */
export function Heading({ level: Level, words, ...props }: HeadingProps) {
  return (
    <div className="document-heading">
      <Level {...props} />
      <a href={`#${props.id}`} aria-label={`Link to: ${words}`} data-screen-only="">
        <Link2 aria-hidden="true" />
      </a>
    </div>
  );
}
