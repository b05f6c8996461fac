import { requireFreePort, untilReady } from "#bin/start/address";
import { build, isBuilt } from "#bin/start/build";
import { endWith, passSignalsTo, startNext } from "#bin/start/next";
import { prepare } from "#bin/start/prepare";
import { command, step } from "#bin/start/steps";
import { environment } from "#lib/env";

await command(async () => {
  const { PORT, HOST, asDemo, AUTH_URL } = environment();
  const host = HOST ?? (asDemo ? "127.0.0.1" : "0.0.0.0");
  await requireFreePort(PORT, host);
  const installation = await prepare();
  if (!isBuilt()) await step("Building this source", build);

  const began = performance.now();
  const server = startNext(["start", "--hostname", host, "--port", `${PORT}`], {
    NODE_ENV: "production",
    NEXT_MANUAL_SIG_HANDLE: "true",
    PORT: `${PORT}`,
    HOST: host,
  });
  passSignalsTo(server);
  const ended = endWith(server);
  const local = `http://${host === "0.0.0.0" || host === "127.0.0.1" ? "localhost" : host}:${PORT}`;
  await untilReady(
    `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${PORT}`,
    () => server.exitCode !== null || server.signalCode !== null,
  );
  if (server.exitCode === null && server.signalCode === null) {
    console.log(
      `\nWatchbill is ready after ${((performance.now() - began) / 1000).toFixed(1)} s at ${AUTH_URL ?? local}`,
    );
    console.log(howToSignIn(installation.isDemo && asDemo));
  }
  await ended;
});

function howToSignIn(isDemo: boolean): string {
  const { hasProviders, WATCHBILL_ADMIN_EMAIL } = environment();
  if (isDemo) return "Sign in by choosing one of the demo people: no password is needed. Ctrl-C stops it.";
  if (!hasProviders) return "No sign-in provider is configured yet: the README's section on configuration lists them.";
  return WATCHBILL_ADMIN_EMAIL
    ? `Sign in as ${WATCHBILL_ADMIN_EMAIL} to administer it.`
    : "Set WATCHBILL_ADMIN_EMAIL to the address of the first administrator.";
}
