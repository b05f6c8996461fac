import { build } from "#bin/start/build";
import { command, step } from "#bin/start/steps";

await command(() => step("Building this source", build));
