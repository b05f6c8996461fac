import { endWith, passSignalsTo, startNext } from "#bin/start/next";
import { watchNightFiles } from "#bin/start/night-files";
import { prepare } from "#bin/start/prepare";
import { command } from "#bin/start/steps";
import { environment } from "#lib/env";

await command(async () => {
  const { PORT, HOST = "127.0.0.1" } = environment();
  await prepare();
  const stopWatching = await watchNightFiles();
  const server = startNext(["dev", "--hostname", HOST, "--port", `${PORT}`], {
    NEXT_MANUAL_SIG_HANDLE: "true",
    PORT: `${PORT}`,
    HOST,
  });
  passSignalsTo(server);
  await endWith(server);
  await stopWatching();
});
