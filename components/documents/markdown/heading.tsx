import type { Element } from "hast";
import { Link2 } from "lucide-react";
import type { ReactNode } from "react";
import { plainWords } from "#lib/documents/markdown/words";

type HeadingProps = { node?: Element; id?: string; children?: ReactNode };

/** A heading with a quiet link to itself beside it, which is no part of its words. */
export function Heading({ node, id, children }: HeadingProps) {
  const Level = (node?.tagName ?? "h2") as "h2" | "h3" | "h4" | "h5" | "h6";
  if (!id) return <Level>{children}</Level>;
  return (
    <div className="document-heading">
      <Level id={id}>{children}</Level>
      <a href={`#${id}`} aria-label={`Link to: ${node ? plainWords(node) : id}`} data-screen-only="">
        <Link2 aria-hidden="true" />
      </a>
    </div>
  );
}
