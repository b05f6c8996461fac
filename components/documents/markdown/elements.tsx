import type { Element } from "hast";
import type { Components } from "hast-util-to-jsx-runtime";
import type { ReactNode } from "react";
import { Admonition } from "#components/documents/markdown/admonition";
import { CodeBlock } from "#components/documents/markdown/code-block";
import { Diagram } from "#components/documents/markdown/diagram";
import { Heading } from "#components/documents/markdown/heading";
import { TaskMark } from "#components/documents/markdown/task-mark";
import { Link } from "#components/ui/link";
import type { AdmonitionKind } from "#lib/documents/markdown/admonitions";
import { codeOf } from "#lib/documents/markdown/code";
import { diagramLibrary } from "#lib/documents/markdown/diagram-library";
import { diagramName } from "#lib/documents/markdown/diagrams";

/** How the elements of a document are shown; `afterStep` gives what follows in the step with that anchor. */
export function elementsOf(afterStep: (anchor: string) => ReactNode): Partial<Components> {
  const heading = (props: HeadingProps) => <Heading {...props} />;
  return {
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    a: ({ node: _, href, ...props }) =>
      href?.startsWith("/") ? <Link {...props} href={href} /> : <a {...props} href={href} className="document-link" />,
    div: ({ node, ...props }) => {
      const kind = node?.properties.dataAdmonition;
      return kind ? <Admonition kind={kind as AdmonitionKind}>{props.children}</Admonition> : <div {...props} />;
    },
    input: ({ checked }) => <TaskMark isDone={checked === true} />,
    li: ({ node, children, ...props }) => (
      <li {...props}>
        {children}
        {node?.properties.dataStep ? afterStep(String(node.properties.dataStep)) : null}
      </li>
    ),
    pre: ({ node, children }) => {
      const { language, text } = codeOf(node);
      if (language !== "mermaid") return <CodeBlock language={language}>{children}</CodeBlock>;
      return (
        <Diagram source={text} name={diagramName(text)} library={diagramLibrary}>
          <CodeBlock>{children}</CodeBlock>
        </Diagram>
      );
    },
  };
}

type HeadingProps = { node?: Element; id?: string; children?: ReactNode };
