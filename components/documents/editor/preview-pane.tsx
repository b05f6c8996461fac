"use client";

import { type MouseEvent, useDeferredValue } from "react";
import { usePreview } from "#components/documents/editor/use-preview";
import { DocumentBody } from "#components/documents/markdown/document-body";
import { Notice } from "#components/ui/notice";
import type { DocumentKind } from "#lib/documents/views";

type PreviewPaneProps = { kind: DocumentKind; text: string; title: string; isShown: boolean };

/** The text as readers will see it. Its links open beside the editor, so that nothing is left by accident. */
export function PreviewPane({ kind, text, title, isShown }: PreviewPaneProps) {
  const { rendered, why } = usePreview(kind, text, isShown);
  const settled = useDeferredValue(rendered);

  function openBeside(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.getAttribute("href")?.startsWith("#")) return;
    event.preventDefault();
    event.stopPropagation();
    window.open(link.href, "_blank", "noopener");
  }

  return (
    <div onClickCapture={openBeside} className="px-4 py-3.5 lg:px-6">
      {why && (
        <Notice tone="warn" className="mb-4">
          {why}
        </Notice>
      )}
      {settled && <DocumentBody rendered={settled} title={title} />}
      {text.trim() === "" && <p className="text-ink-faint">What you write appears here as readers will see it.</p>}
    </div>
  );
}
