import "server-only";
import { enqueuePagerduty } from "#lib/alerts/intake/pagerduty-over-http";
import { answerAlertmanager, answerProgram } from "#lib/alerts/intake/senders-over-http";
import { alertmanagerCall, pagerdutyCall, raiseAlertCall } from "#lib/api/intake";
import type { DirectAnswer } from "#lib/direct-answers";

const at = ({ path }: { path: string }) => `/api/v1${path}`;

/** The calls by which senders raise alerts: a storm of them must leave room for everything else. */
export const intakeAnswers: readonly DirectAnswer[] = [
  { method: "POST", path: at(raiseAlertCall), answer: answerProgram },
  { method: "POST", path: at(alertmanagerCall), answer: answerAlertmanager },
  { method: "POST", path: at(pagerdutyCall), answer: enqueuePagerduty },
];
