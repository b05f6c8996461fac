import "server-only";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage, Server } from "node:http";

/** How a request came, noted before anything else may add to its headers. A visitor cannot set these. */
export const cameHeader = "x-watchbill-came";
export const peerHeader = "x-watchbill-peer";

type Running = {
  servers: Set<Server>;
  meeting: ((server: Server) => void)[];
  localSecret: string | undefined;
  closers: (() => Promise<void> | void)[];
  isStopping: boolean;
};

const shared = globalThis as typeof globalThis & { watchbillRunning?: Running };

function running(): Running {
  shared.watchbillRunning ??= {
    servers: new Set(),
    meeting: [],
    localSecret: undefined,
    closers: [],
    isStopping: false,
  };
  return shared.watchbillRunning;
}

/** The secret by which commands on this machine speak for whoever holds the embedded data folder, if there is one. */
export const localSecret = () => running().localSecret;

export function rememberLocalSecret(secret: string): void {
  running().localSecret = secret;
}

/**
 * Watches the HTTP server of this process: notes how each request came, and remembers the server, which Next.js
 * keeps to itself, so that it can be closed.
 */
export function watchRequests(): void {
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request, server } = message as { request: IncomingMessage; server: Server };
    meet(server);
    request.headers[cameHeader] = wasForwarded(request) ? "forwarded" : "directly";
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
  });
}

/** Calls `work` with each HTTP server whose requests are watched, before the first of them is emitted. */
export function onServer(work: (server: Server) => void): void {
  const { servers, meeting } = running();
  meeting.push(work);
  for (const server of servers) work(server);
}

function meet(server: Server): void {
  const { servers, meeting } = running();
  if (servers.has(server)) return;
  servers.add(server);
  for (const work of meeting) work(server);
}

const forwardedHeader =
  /^(forwarded|via|x-forwarded(-.+)?|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip)$/;

// Next.js fills in X-Forwarded-* by itself later on, when a visitor's own can no longer be told from them.
function wasForwarded(request: IncomingMessage): boolean {
  return Object.keys(request.headers).some((name) => forwardedHeader.test(name));
}

/** Runs `close` when the process is asked to stop, in the order of registration: take no more work, then let go. */
export function onShutdown(close: () => Promise<void> | void): void {
  running().closers.push(close);
}

const graceMilliseconds = 9_000;

/** Stops in good order on SIGTERM and SIGINT; a second signal, or ten seconds, ends it at once. */
export function stopOnSignals(finish: () => Promise<void>): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      const state = running();
      if (state.isStopping) process.exit(1);
      state.isStopping = true;
      setTimeout(() => process.exit(1), graceMilliseconds).unref();
      stop(state, finish).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

async function stop({ closers, servers }: Running, finish: () => Promise<void>): Promise<void> {
  for (const close of closers) await close();
  await Promise.all([...servers].map(closeServer));
  await finish();
}

/** Accepts no more connections and waits for the requests under way. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(sweep);
      resolve();
    });
  });
}
