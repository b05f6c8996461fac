"use client";

import type { ComponentProps } from "react";
import { CopyCode } from "#components/documents/markdown/copy-code";

/** Code of a document. Long lines wrap: nothing hides beyond an edge, on no phone. */
export function CodeBlock({ language, ...props }: ComponentProps<"pre"> & { language?: string }) {
  return (
    <div className="document-code" data-language={language}>
      <pre {...props} />
      <CopyCode />
    </div>
  );
}
