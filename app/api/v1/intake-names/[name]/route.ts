import { removeIntakeName, setIntakeName } from "#lib/alerts/intake/intake-name-commands";
import { answer, apiRoute, noContent } from "#lib/api";
import { removeIntakeNameCall, setIntakeNameCall } from "#lib/api/intake";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  PUT: answer(setIntakeNameCall, async ({ viewer, params: { name }, body: { service } }) => {
    await setIntakeName(viewer, { name, service });
    return noContent();
  }),

  DELETE: answer(removeIntakeNameCall, async ({ viewer, params: { name } }) => {
    await removeIntakeName(viewer, { name });
    return noContent();
  }),
});
