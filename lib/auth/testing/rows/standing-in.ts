import { db } from "#db/client";
import type { Person } from "#db/seed/people";
import type { Rotation } from "#db/seed/rotations";
import { createCoverRequest, createOverride } from "#db/testing/factories";
import { hours, newWatch, outsider, type Rows, takers, type World, watchful, writers } from "#lib/auth/testing/roles";
import * as cover from "#lib/rotations/standing-in/cover-commands";
import * as watches from "#lib/rotations/standing-in/override-commands";
import * as swaps from "#lib/rotations/standing-in/swap-commands";

export const standingInRows: Rows = {
  "rotations/standing-in/override-commands.takeOver": {
    may: takers,
    run: async (viewer, world) => {
      const { slug: rotation } = await newWatch(world);
      return watches.takeOver(viewer, { rotation, ...hours(1, 9) });
    },
  },
  "rotations/standing-in/override-commands.endOverride": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => watches.endOverride(viewer, await put(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/override-commands.eraseReason": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) => watches.eraseReason(viewer, await put(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/cover-commands.askForCover": {
    may: ["lead", "manager", ...writers],
    run: async (viewer, world) => {
      const { slug: rotation } = await newWatch(world);
      return cover.askForCover(viewer, { rotation, ...hours(1, 9), person: world.expert.email ?? "" });
    },
  },
  "rotations/standing-in/cover-commands.claimCover": {
    may: takers,
    run: async (viewer, world) => cover.claimCover(viewer, await ask(await newWatch(world), world.expert)),
  },
  "rotations/standing-in/cover-commands.withdrawCover": {
    may: ["lead", "manager", "administrator"],
    run: async (viewer, world) => cover.withdrawCover(viewer, await ask(await newWatch(world), world.expert)),
  },
  "rotations/standing-in/cover-commands.eraseRequestReason": {
    may: ["member", "memberWriteToken"],
    run: async (viewer, world) =>
      cover.eraseRequestReason(viewer, await ask(await newWatch(world), world.delivery.member)),
  },
  "rotations/standing-in/swap-commands.swapShifts": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => swaps.swapShifts(viewer, await twoShifts(world)),
  },
  "rotations/standing-in/swap-commands.undoSwap": {
    may: [...watchful, "writeToken", "adminToken"],
    run: async (viewer, world) => {
      const shifts = await twoShifts(world);
      const swap = await swaps.swapShifts(outsider, shifts);
      return swaps.undoSwap(viewer, { rotation: shifts.rotation, swap });
    },
  },
};

const put = async (rotation: Rotation, person: Person, from = 1, to = 9) => {
  const { id } = await createOverride(db(), rotation, { person, ...hours(from, to), reason: "Private" });
  return { rotation: rotation.slug, override: id };
};
const ask = async (rotation: Rotation, person: Person) => ({
  request: (await createCoverRequest(db(), rotation, { person, ...hours(1, 9) })).id,
});
async function twoShifts(world: World) {
  const watch = await newWatch(world);
  await put(watch, world.delivery.member, 1, 5);
  await put(watch, world.delivery.lead, 6, 9);
  return { rotation: watch.slug, first: hours(1, 5), second: hours(6, 9) };
}
