import { parseArgs } from "node:util";
import { CannotRun, command } from "#bin/start/steps";
import { closeDatabase } from "#db/client";
import { DataFolderInUse, type LocalServer } from "#db/data-folder";
import { prepareDatabase } from "#db/prepare";
import { printToken } from "#lib/auth/commands";
import { PrintTokenInput } from "#lib/auth/inputs";
import { systemViewer } from "#lib/auth/policy";
import { now } from "#lib/clock";
import { environment } from "#lib/env";
import { KnownError } from "#lib/errors";

const usage = "Use: npm run token -- --name NAME --scope read|write|intake|admin [--person EMAIL]";

// Nothing but the token goes to standard output, so that a script can keep it.
await command(async () => console.log(await newToken(readArguments())));

function readArguments(): PrintTokenInput {
  try {
    const option = { type: "string" } as const;
    const { values } = parseArgs({ options: { name: option, scope: option, person: option } });
    const parsed = PrintTokenInput.safeParse({ name: "", ...values });
    if (parsed.success) return parsed.data;
    throw new CannotRun(`${parsed.error.issues[0]?.message} ${usage}`);
  } catch (error) {
    // What parseArgs throws says which argument it did not understand.
    if (error instanceof TypeError) throw new CannotRun(`${error.message} ${usage}`, { cause: error });
    throw error;
  }
}

async function newToken(input: PrintTokenInput): Promise<string> {
  try {
    await prepareDatabase(environment().asDemo, now());
    return (await printToken(systemViewer("Command line"), input)).text;
  } catch (error) {
    if (error instanceof DataFolderInUse && error.server) return throughServer(error.server, input);
    if (error instanceof KnownError) throw new CannotRun(error.message, { cause: error });
    throw error;
  } finally {
    await closeDatabase();
  }
}

/** Asks the server that holds the embedded database, by the secret that only its owner can read. */
async function throughServer({ address, secret }: LocalServer, input: PrintTokenInput): Promise<string> {
  const response = await fetch(`${address}/api/local/token`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  const answer = (await response.json()) as { text?: string; message?: string };
  if (answer.text) return answer.text;
  throw new CannotRun(answer.message ?? `The server at ${address} answered ${response.status}.`);
}
