import type { HoursWindow, Unit } from "#lib/rotations/rotation";

/** What screens and the API are given. Instants are ISO texts; spans are half-open. */

export type Ref = { slug: string; name: string };

/** Somebody on a roster: `address` is the e-mail, or the handle of somebody without one. */
export type PersonView = { address: string; name: string; email: string | null; timeZone: string | null };

export type ShiftView = {
  from: string;
  to: string;
  person: PersonView;
  source: "layer" | "override";
  layer: string | null;
  override: string | null;
};

/** `deactivated` is whose turn it would have been. */
export type GapView = { from: string; to: string; deactivated: PersonView | null };

/** The shifts and gaps of a rotation over `[from, to)`, clipped to it, in order; together they tile it. */
export type RosterView = { from: string; to: string; shifts: ShiftView[]; gaps: GapView[] };

/** Who stands a watch at an instant. All null where there is no rotation; without a person it is an empty seat. */
export type SeatView = {
  rotation: Ref | null;
  person: PersonView | null;
  /** The bounds of the joined shift or gap, sought 400 days either way; null beyond. */
  from: string | null;
  until: string | null;
};

/** The three seats of a service; `backup` is null where its path names none. */
export type ServiceSeats = { delivery: SeatView; backup: SeatView | null; ops: SeatView };

export type LayerView = {
  name: string;
  timeZone: string;
  startsAt: string;
  every: number;
  unit: Unit;
  participants: PersonView[];
  firstTurn: number;
  hours: HoursWindow[];
};

/** A version holds from `from` until `until`, null for the last one. */
export type VersionView = { from: string; until: string | null; layers: LayerView[] };

export type RotationView = Ref & {
  id: string;
  description: string | null;
  /** `chat` is a channel's name, or its http(s) address. */
  team: Ref & { id: string; kind: "delivery" | "ops"; chat: string | null };
  isTeamDefault: boolean;
  /** The version that holds now (or the first, where none has begun), and those that begin later. */
  version: VersionView;
  laterVersions: VersionView[];
  /** How many living services are paged through it: by their own path, or because their team's default is this one. */
  services: number;
  retiredAt: string | null;
  createdAt: string;
  permissions: RotationPermissions;
};

export type RotationPermissions = {
  canEdit: boolean;
  /** Take the watch oneself, or claim a request. */
  canTake: boolean;
  /** Do for somebody else what that person could do. */
  canHandOver: boolean;
  /** See why somebody stands in or is away. */
  canSeeReasons: boolean;
};

export type RotationListItem = Ref & {
  team: Ref;
  isTeamDefault: boolean;
  seat: SeatView;
  /** The first instant within the next four weeks at which nobody stands watch, or null. */
  nextGapAt: string | null;
  openRequests: number;
};

/** An override as the team sees it; `reason` is null for whoever may not see it, and where none was given. */
export type OverrideView = {
  id: string;
  from: string;
  to: string;
  person: PersonView;
  origin: "taken" | "claimed" | "swapped" | "named";
  reason: string | null;
  createdBy: string | null;
  /** The viewer may end it. */
  canEnd: boolean;
};

/** A request for cover. `spans` are the parts that its person still holds: what a claim would take. */
export type CoverRequestView = {
  id: string;
  rotation: Ref;
  person: PersonView;
  from: string;
  to: string;
  spans: { from: string; to: string }[];
  reason: string | null;
  status: "open" | "claimed" | "withdrawn" | "past";
  claimedBy: PersonView | null;
  createdAt: string;
  canClaim: boolean;
  canWithdraw: boolean;
};
