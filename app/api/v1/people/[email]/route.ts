import { answer, apiRoute, json } from "#lib/api";
import { findPersonCall, putPersonCall } from "#lib/api/people";
import { NotFound } from "#lib/errors";
import { findPersonJson } from "#lib/people/api-queries";
import { putPerson } from "#lib/people/put";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({
  GET: answer(findPersonCall, async ({ viewer, params: { email } }) => {
    const person = await findPersonJson(viewer, email);
    if (!person) throw new NotFound(`There is nobody with the address “${email}”.`);
    return json(person);
  }),

  PUT: answer(putPersonCall, async ({ viewer, params: { email }, body }) => {
    const isNew = await putPerson(viewer, email, body);
    return json((await findPersonJson(viewer, email)) ?? {}, isNew ? 201 : 200);
  }),
});
