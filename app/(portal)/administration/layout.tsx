import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { can } from "#lib/auth/policy";
import { requireViewer } from "#lib/auth/viewer";

/** To everybody else these pages do not exist. */
export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  if (!can(await requireViewer(), "administration:read")) notFound();
  return children;
}
