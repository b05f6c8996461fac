import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";
import { freePort } from "#db/testing/postgres-server";

export type Account = { email: string; email_verified: boolean; name: string };
export type OidcIssuer = { address: string; client: { id: string; secret: string }; stop(): Promise<void> };

/** A real OpenID provider on loopback. Its sign-in page offers every account as a link named after it. */
export async function startOidcIssuer(redirectUri: string, accounts: Record<string, Account>): Promise<OidcIssuer> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const client = { id: "watchbill", secret: "a-secret-between-the-two-of-them" };
  const provider = new Provider(address, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["the key of this issuer's own cookies"] },
    features: { devInteractions: { enabled: false } },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
    interactions: { url: (_context, interaction) => `/choose/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: client.id,
        accountId: context.oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
  });

  const answer = provider.callback();
  const server = createServer((request, response) => {
    const [, page, uid, name] = new URL(request.url ?? "/", address).pathname.split("/");
    if (page !== "choose") return answer(request, response);
    return name ? signIn(provider, request, response, name) : offer(response, `/choose/${uid}`, Object.keys(accounts));
  });
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  return {
    address,
    client,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function offer(response: ServerResponse, path: string, names: string[]): void {
  const links = names.map((name) => `<a href="${path}/${name}">${name}</a>`).join(" ");
  response.setHeader("content-type", "text/html").end(`<title>Issuer</title><h1>Who are you?</h1>${links}`);
}

function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse, accountId: string): void {
  void provider.interactionFinished(request, response, { login: { accountId, remember: false } });
}
