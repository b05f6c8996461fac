"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "#lib/action";
import { Conflict } from "#lib/errors";
import { markReady } from "#lib/rotations/first-watch/readiness-commands";
import { joinAsShadow, leaveShadow } from "#lib/rotations/first-watch/shadow-commands";
import { readHandoffNote, writeHandoffNote } from "#lib/rotations/handoff-notes/handoff-note-commands";
import { HandoffNoteInput, OneCoverRequest, OneHandoffNote, OneShadow } from "#lib/rotations/inputs";
import { askForCover, claimCover, eraseRequestReason, withdrawCover } from "#lib/rotations/standing-in/cover-commands";
import {
  AskForCoverForm,
  ClaimForm,
  EraseReasonForm,
  GiveBackForm,
  MarkReadyForm,
  ShadowForm,
  SwapForm,
  TakeNowForm,
  TakeSpanForm,
  UndoSwapForm,
} from "#lib/rotations/standing-in/life-inputs";
import { endOverride, eraseReason, takeOver } from "#lib/rotations/standing-in/override-commands";
import { swapShifts, undoSwap } from "#lib/rotations/standing-in/swap-commands";

/** What was given back, for the page that follows: in seconds since 1970, and where. */
const endedWord = (rotation: string, from: Temporal.Instant, to: Temporal.Instant) =>
  `ended.${Math.floor(from.epochMilliseconds / 1_000)}.${Math.floor(to.epochMilliseconds / 1_000)}.${rotation}`;

const rooms = (rotation: string, room = "") => `/rotations/${rotation}${room}`;

/** Takes the watch from now on until the instant that the button said, and comes back to the page it stood on. */
export const takeOverNowAction = formAction(TakeNowForm, async (viewer, { back, ...input }) => {
  const id = await takeOver(viewer, input);
  redirect(`${back ?? rooms(input.rotation)}?done=taken.${id}`);
});

/** Puts the viewer, or whom they name, on watch over a span. */
export const takeOverAction = formAction(TakeSpanForm, async (viewer, input) => {
  const id = await takeOver(viewer, input);
  redirect(`${rooms(input.rotation)}?done=taken.${id}`);
});

export const giveBackAction = formAction(GiveBackForm, async (viewer, { back, from, to, ...input }) => {
  const rotation = await endOverride(viewer, input);
  redirect(`${back ?? rooms(rotation)}?done=${endedWord(rotation, from, to)}`);
});

export const askForCoverAction = formAction(AskForCoverForm, async (viewer, input) => {
  const id = await askForCover(viewer, input);
  redirect(`${rooms(input.rotation)}?done=asked.${id}`);
});

/** Claims a request. Whoever comes too late did no wrong: they are told who was first, and see the list as it is now. */
export const claimCoverAction = formAction(ClaimForm, async (viewer, { claim }) => {
  let rotation: string;
  try {
    rotation = await claimCover(viewer, claim);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    refresh();
    return { message: `${error.message} Thank you for offering.` };
  }
  redirect(`${rooms(rotation)}?done=claimed.${claim.request}`);
});

export const withdrawCoverAction = formAction(OneCoverRequest, async (viewer, input) => {
  const rotation = await withdrawCover(viewer, input);
  redirect(`${rooms(rotation)}?done=withdrawn.${input.request}`);
});

export const eraseRequestReasonAction = formAction(OneCoverRequest, async (viewer, input) => {
  await eraseRequestReason(viewer, input);
  refresh();
  return { message: "Erased." };
});

/** Erases one of the viewer's own reasons, be it of a request or of an override. */
export const eraseGivenReasonAction = formAction(EraseReasonForm, async (viewer, { given: { kind, rotation, id } }) => {
  if (kind === "request") await eraseRequestReason(viewer, { request: id });
  else await eraseReason(viewer, { rotation, override: id });
  refresh();
  return { message: "Erased." };
});

export const swapAction = formAction(SwapForm, async (viewer, input) => {
  const id = await swapShifts(viewer, input);
  redirect(`${rooms(input.rotation)}?done=swapped.${id}`);
});

export const undoSwapAction = formAction(UndoSwapForm, async (viewer, { from, to, ...input }) => {
  const rotation = await undoSwap(viewer, input);
  redirect(`${rooms(rotation)}?done=${endedWord(rotation, from, to)}`);
});

export const joinAsShadowAction = formAction(ShadowForm, async (viewer, input) => {
  await joinAsShadow(viewer, input);
  refresh();
  return { message: "It is on the list. Whoever is on watch then sees it too." };
});

export const leaveShadowAction = formAction(OneShadow, async (viewer, input) => {
  await leaveShadow(viewer, input);
  refresh();
  return {};
});

export const markReadyAction = formAction(MarkReadyForm, async (viewer, input) => {
  await markReady(viewer, input);
  refresh();
  return {};
});

export const writeHandoffNoteAction = formAction(HandoffNoteInput, async (viewer, input) => {
  await writeHandoffNote(viewer, input);
  refresh();
  return { message: "Left for whoever comes next. You can mend it until then." };
});

export const readHandoffNoteAction = formAction(OneHandoffNote, async (viewer, input) => {
  await readHandoffNote(viewer, input);
  refresh();
  return {};
});
