import { createElement, type ReactNode } from "react";
import { type AfterStep, shown } from "#components/documents/markdown/pieces";
import { classNames } from "#components/ui/class-name";
import { piecesOf } from "#lib/documents/markdown/pieces";
import type { Rendered } from "#lib/documents/markdown/render";
import { withoutTitle } from "#lib/documents/markdown/title";
import type { Step } from "#lib/documents/outline";

type DocumentBodyProps = {
  rendered: Rendered;
  /** The title that stands over the page; a first heading that only repeats it is left out. */
  title?: string;
  /** What stands inside each step, after its words. */
  afterStep?: (step: Step) => ReactNode;
  className?: string;
};

/** A document to be read. Works whole without JavaScript; with it, code can be copied and diagrams are drawn. */
export function DocumentBody({ rendered, title, afterStep, className }: DocumentBodyProps) {
  const steps = new Map(
    rendered.outline.sections.flatMap((section) => section.steps.map((step) => [step.anchor, step])),
  );
  const afterStepAt: AfterStep = (anchor) => {
    const step = steps.get(anchor);
    return step && afterStep?.(step);
  };
  const tree = title === undefined ? rendered.tree : withoutTitle(rendered.tree, title);
  const children = piecesOf(tree).map((piece) => shown(piece, afterStepAt));
  return createElement("div", { className: classNames("document", className) }, ...children);
}
