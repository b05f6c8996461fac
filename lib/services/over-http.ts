import "server-only";
import { answerWhileAsking, json } from "#lib/api";
import { findServiceCall } from "#lib/api/services";
import type { DirectAnswer } from "#lib/direct-answers";
import { NotFound } from "#lib/errors";
import { findServiceJson } from "#lib/services/api-queries";

/** One service, as programs read it. */
export const answerService = answerWhileAsking(findServiceCall, async ({ viewer, params: { slug } }) => {
  const service = await findServiceJson(viewer, slug);
  if (!service) throw new NotFound(`There is no service “${slug}”.`);
  return json(service);
});

/** What deploys, dashboards and pagers ask all day long. */
export const serviceAnswers: readonly DirectAnswer[] = [
  { method: "GET", path: `/api/v1${findServiceCall.path}`, answer: answerService },
];
