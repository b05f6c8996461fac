import { systemViewer } from "#lib/auth/policy";
import { insiders, type Rows, unique, type World } from "#lib/auth/testing/roles";
import * as signatures from "#lib/signatures/commands";
import { putSignature } from "#lib/signatures/put";

const said = { pattern: "hull breached", meaning: "Water comes in", cause: "", confirm: "", firstStep: "Pump." };

const written = ({ service }: World) =>
  signatures.writeSignature(systemViewer("A test"), { service: service.slug, slug: unique(), ...said });

export const signaturesRows: Rows = {
  "signatures/commands.writeSignature": {
    may: insiders,
    run: (viewer, { service }) => signatures.writeSignature(viewer, { service: service.slug, slug: unique(), ...said }),
  },
  "signatures/commands.editSignature": {
    may: insiders,
    run: async (viewer, world) => signatures.editSignature(viewer, { ...(await written(world)), cause: "A rock." }),
  },
  "signatures/commands.retireSignature": {
    may: insiders,
    run: async (viewer, world) => signatures.retireSignature(viewer, await written(world)),
  },
  "signatures/commands.restoreSignature": {
    may: insiders,
    run: async (viewer, world) => signatures.restoreSignature(viewer, await written(world)),
  },
  "signatures/put.putSignature": {
    may: insiders,
    run: (viewer, { service }) => putSignature(viewer, { service: service.slug, signature: unique() }, said),
  },
};
