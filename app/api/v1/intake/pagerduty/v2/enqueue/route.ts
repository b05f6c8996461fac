import { enqueuePagerduty } from "#lib/alerts/intake/pagerduty-over-http";
import { apiRoute } from "#lib/api";

export const { GET, PUT, POST, DELETE, PATCH, OPTIONS } = apiRoute({ POST: enqueuePagerduty });
