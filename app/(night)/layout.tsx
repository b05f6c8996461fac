import "./night.css";
import type { ReactNode } from "react";

/** Nothing around the page but the page: no menu, no waiting, nothing that needs a script. */
export default function NightLayout({ children }: { children: ReactNode }) {
  return children;
}
