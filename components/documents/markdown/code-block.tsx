import type { ReactNode } from "react";
import { CopyCode } from "#components/documents/markdown/copy-code";

/** Code of a document. Long lines wrap: nothing hides beyond an edge, on no phone. */
export function CodeBlock({ language, children }: { language?: string; children?: ReactNode }) {
  return (
    <div className="document-code" data-language={language}>
      <pre>{children}</pre>
      <CopyCode />
    </div>
  );
}
