import type { ReactNode } from "react";
import type { DocumentKind } from "#lib/documents/views";

const asks: Record<DocumentKind, string> = {
  runbook:
    "What would you tell whoever is woken for it? A template asks for what it means, whom it hurts, how to see what is wrong, and what to do.",
  note: "What does it do, how does a request flow, what does it keep, what does it take for granted, how does it fail? A template asks for each.",
};

type NothingWrittenProps = { kind: DocumentKind; service: { name: string }; children?: ReactNode };

/** Where documents of a kind would be: what one of them would say, and the way to begin. */
export function NothingWritten({ kind, service, children }: NothingWrittenProps) {
  return (
    <div className="border-y py-4">
      <p className="max-w-[40rem] text-ink-soft">
        {kind === "runbook"
          ? `No runbook says what to do when ${service.name} fails.`
          : `Nobody has written down how ${service.name} works.`}{" "}
        {children && asks[kind]}
      </p>
      {children && <div className="mt-3">{children}</div>}
    </div>
  );
}
