import type { Element, RootContent } from "hast";
import { type Components, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import { codeOf } from "#lib/documents/markdown/code";

type NightDocumentProps = {
  nodes: readonly RootContent[];
  /** Where the drawings are shown; here they are named only. */
  address: string;
  /** What stands inside a step, after its words; by its anchor. */
  afterStep?: (anchor: string) => ReactNode;
};

/** Parts of a document as they are read at night: without a script, without pictures that load, no larger than needed. */
export function NightDocument({ nodes, address, afterStep }: NightDocumentProps) {
  const components: Partial<Components> = {
    a: ({ href, children }) => <a href={href}>{children}</a>,
    input: ({ checked }) => <span>{checked ? "☑ " : "☐ "}</span>,
    span: ({ node: _, className: __, ...props }) => <Fragment>{props.children}</Fragment>,
    li: ({ node, children, ...props }) => (
      <li {...props}>
        {children}
        {node?.properties.dataStep ? afterStep?.(String(node.properties.dataStep)) : null}
      </li>
    ),
    pre: ({ node, children }) => <Code node={node} address={address} words={children} />,
  };
  const tree = { type: "root" as const, children: [...nodes] };
  return <div className="document">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true })}</div>;
}

function Code({ node, address, words }: { node: Element | undefined; address: string; words: ReactNode }) {
  const { language, text } = codeOf(node);
  if (language !== "mermaid") return <pre>{text || words}</pre>;
  return (
    <p>
      <a href={address}>A diagram</a> stands here in the document.
    </p>
  );
}
