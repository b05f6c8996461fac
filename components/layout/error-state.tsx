import type { ReactNode } from "react";

type ErrorStateProps = {
  title?: ReactNode;
  /** What the server calls this error, so that an operator can find it in the log. */
  reference?: string;
  actions?: ReactNode;
  children?: ReactNode;
};

/** A page that could not be shown: what happened in plain words, and the ways on. */
export function ErrorState({ title = "This page could not be shown", reference, actions, children }: ErrorStateProps) {
  return (
    <div className="max-w-[40rem] py-10">
      <h1 className="font-bold text-display tracking-[-0.015em]">{title}</h1>
      {children && <div className="mt-2 text-ink-soft">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap gap-2">{actions}</div>}
      {reference && (
        <p className="mt-8 text-ink-faint text-small">
          Reference for an administrator: <code>{reference}</code>
        </p>
      )}
    </div>
  );
}
