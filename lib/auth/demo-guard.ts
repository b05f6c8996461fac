/** A visitor as the proxy sees one. `came` is what the server noted of the request's own headers. */
export type Visit = { host: string | null; came: string | null };

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * Why demo mode, where anyone may sign in as anyone, refuses this visit; undefined when it does not. It serves
 * people at this machine only: a loopback host name, and nothing that came through another server.
 */
export function demoRefusal({ host, came }: Visit): string | undefined {
  if (!host || !loopbackHost.test(host)) {
    return "Demo mode answers only under localhost, 127.0.0.1 or [::1]. Configure a sign-in provider to serve others.";
  }
  if (came !== "directly") {
    return "Demo mode refuses requests that another server has forwarded. Configure a sign-in provider to serve others.";
  }
  return undefined;
}
