"use client";

import { createContext, use } from "react";
import type { Draft } from "#lib/rotations/editor/draft";
import type { MemberSuggestion } from "#lib/rotations/editor/member-queries";

export type KnownPeople = Record<string, { name: string; timeZone: string | null }>;

/** What a button says and where the focus goes once it has been pressed; the first of `focus` that is there gets it. */
export type Consequence = { says?: string; focus?: readonly string[] };

export type Editor = {
  draft: Draft;
  /** Of a rotation that does not exist yet, so that there is nothing to keep. */
  isNew: boolean;
  /** Counts what was undone and redone: a field that keeps its own text begins anew with it. */
  epoch: number;
  /** Everybody known by name, by address. */
  people: KnownPeople;
  members: readonly MemberSuggestion[];
  /** Does what the button of this name does; see `lib/rotations/editor/draft-edits`. */
  press: (name: string, consequence?: Consequence) => void;
  /** Takes over a changed draft; typing on in one `field` is one change. */
  change: (draft: Draft, field?: string, consequence?: Consequence) => void;
  /** Remembers what somebody is called who was just found. */
  introduce: (address: string, name: string) => void;
};

export const EditorContext = createContext<Editor | undefined>(undefined);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error("There is no editor around this.");
  return editor;
}

/** The name of somebody with this address, or the address itself. */
export const nameIn = (people: KnownPeople, address: string) => people[address]?.name ?? address;
