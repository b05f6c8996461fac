"use client";

import { type ReactNode, useRef } from "react";
import { useDiagram } from "#components/documents/markdown/use-diagram";
import { Notice } from "#components/ui/notice";
import { useHydrated } from "#components/ui/use-hydrated";

type DiagramProps = {
  source: string;
  name: string;
  /** Where the drawing library is served. */
  library: string;
  /** The source as code, for readers without JavaScript and for whoever wants to read it. */
  children: ReactNode;
};

/** A Mermaid diagram, drawn in a frame that can reach neither the page nor the network. */
export function Diagram(props: DiagramProps) {
  if (!useHydrated()) return <figure className="document-diagram">{props.children}</figure>;
  return <DrawnDiagram {...props} key={props.source} />;
}

function DrawnDiagram({ source, name, library, children }: DiagramProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { state, isNear } = useDiagram(frame, source, library);

  if (state.is === "failed")
    return (
      <figure className="document-diagram">
        <Notice tone="warn" title="This diagram could not be drawn.">
          <span className="whitespace-pre-line">{state.why}</span>
        </Notice>
        {children}
      </figure>
    );
  return (
    <figure className="document-diagram" aria-label={name}>
      <iframe
        ref={frame}
        title={name}
        sandbox="allow-scripts"
        src={isNear ? "/diagrams/frame" : undefined}
        style={{ height: state.is === "drawn" ? state.height : 160 }}
        data-drawn={state.is === "drawn" || undefined}
      />
      <details>
        <summary>Source of the diagram</summary>
        {children}
      </details>
    </figure>
  );
}
