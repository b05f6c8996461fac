import { CircleAlert, Info, Lightbulb, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { AdmonitionKind } from "#lib/documents/markdown/admonitions";

const icons: Record<AdmonitionKind, LucideIcon> = {
  note: Info,
  tip: Lightbulb,
  important: CircleAlert,
  warning: TriangleAlert,
  caution: OctagonAlert,
};

/** Words set apart, with their kind as an icon and, at the beginning of `children`, as a word. */
export function Admonition({ kind, children }: { kind: AdmonitionKind; children?: ReactNode }) {
  const Icon = icons[kind];
  return (
    <div role="note" data-admonition={kind}>
      <Icon aria-hidden="true" />
      <div>{children}</div>
    </div>
  );
}
