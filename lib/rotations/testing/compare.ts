import fc from "fast-check";
import "#db/testing/runs";
import { resolverAgreesWithOracle } from "#lib/rotations/testing/agreement";

// A program: compares as many random rotations as it is told, and says so with the time zone of its process.

const result = fc.check(resolverAgreesWithOracle(), { numRuns: Number(process.argv[2]) });
if (result.failed) throw new Error(fc.defaultReportMessage(result));

const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
process.stdout.write(JSON.stringify({ timeZone, compared: result.numRuns }));
