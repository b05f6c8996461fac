import { can, type Viewer } from "#lib/auth/policy";

/** A room of the portal, or something to begin, as the palette offers it. */
export type Room = { name: string; url: string };

const rooms = [
  { name: "Home", url: "/" },
  { name: "Services", url: "/services" },
  { name: "Services of your teams", url: "/services?mine=true" },
  { name: "Teams", url: "/teams" },
  { name: "Rotations", url: "/rotations" },
  { name: "Rotations of your teams", url: "/rotations?mine=true" },
  { name: "People", url: "/people" },
  { name: "Paste an error", url: "/search/paste" },
];

/** Where `viewer` may go and what they may begin. */
export function roomsFor(viewer: Viewer): Room[] {
  const isOfATeam = viewer.memberships.length > 0 || viewer.isAdministrator;
  return [
    ...rooms,
    ...(isOfATeam ? [{ name: "New service", url: "/services/new" }] : []),
    ...(can(viewer, "team:create") ? [{ name: "New team", url: "/teams/new" }] : []),
    ...(can(viewer, "person:create") ? [{ name: "New person", url: "/people/new" }] : []),
    ...(can(viewer, "administration:read") ? [{ name: "Administration", url: "/administration" }] : []),
    { name: "Your account", url: "/account" },
  ];
}
