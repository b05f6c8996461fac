import "server-only";
import { gitHubClaims } from "#lib/auth/claims";

const api = "https://api.github.com";

/** The GitHub user of an access token, with the primary address and whether GitHub has verified it. */
export async function gitHubProfile(accessToken: string): Promise<Record<string, unknown>> {
  const [user, addresses] = await Promise.all([ask("/user", accessToken), ask("/user/emails", accessToken)]);
  return gitHubClaims(user, addresses);
}

async function ask(path: string, accessToken: string) {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: "application/vnd.github+json",
    "user-agent": "watchbill",
  };
  const response = await fetch(api + path, { headers, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}.`);
  return response.json();
}
