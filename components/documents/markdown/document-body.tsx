import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { elementsOf } from "#components/documents/markdown/elements";
import { classNames } from "#components/ui/class-name";
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
  const components = elementsOf((anchor) => {
    const step = steps.get(anchor);
    return step && afterStep?.(step);
  });
  const tree = title === undefined ? rendered.tree : withoutTitle(rendered.tree, title);
  return (
    <div className={classNames("document", className)}>
      {toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true })}
    </div>
  );
}
