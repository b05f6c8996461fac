import type { ReactNode } from "react";
import { SignOutForm } from "#components/auth/sign-out-form";
import { DemoBanner } from "#components/layout/demo-banner";
import { PresentWatch } from "#components/layout/person-menu";
import { Shell } from "#components/layout/shell";
import { presentWatchText } from "#components/rotations/present-watch-text";
import { FindAnything } from "#components/search/find-anything";
import { PaletteKey } from "#components/search/palette-key";
import { ToastRegion } from "#components/ui/toast";
import { isDemoMode } from "#lib/auth/installation";
import { can } from "#lib/auth/policy";
import { requireViewer, type Viewer } from "#lib/auth/viewer";
import { now } from "#lib/clock";
import { listPresentWatches } from "#lib/rotations/own-watch-queries";
import { WithNonce } from "../with-nonce";

const rooms = [
  { href: "/", label: "Home" },
  { href: "/alerts", label: "Alerts" },
  { href: "/services", label: "Services" },
  { href: "/documents", label: "Documents" },
  { href: "/teams", label: "Teams" },
  { href: "/rotations", label: "Rotations" },
  { href: "/people", label: "People" },
  { href: "/coverage", label: "Coverage" },
];

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [viewer, isDemo] = await Promise.all([requireViewer(), isDemoMode()]);
  const administration = can(viewer, "administration:read")
    ? [{ href: "/administration", label: "Administration" }]
    : [];

  return (
    <WithNonce>
      <Shell
        items={[...rooms, ...administration]}
        person={{
          name: viewer.name,
          href: `/people/${encodeURIComponent(viewer.email ?? "")}`,
          watch: <OwnWatch viewer={viewer} />,
        }}
        banner={isDemo && <DemoBanner />}
        find={<FindAnything />}
        signOut={<SignOutForm />}
      >
        {children}
        <PaletteKey />
        <ToastRegion />
      </Shell>
    </WithNonce>
  );
}

// The page need not wait until this is known.
async function OwnWatch({ viewer }: { viewer: Viewer }) {
  const at = now();
  const text = presentWatchText(await listPresentWatches(viewer, at), viewer.timeZone, at.toString());
  return text && <PresentWatch>{text}</PresentWatch>;
}
