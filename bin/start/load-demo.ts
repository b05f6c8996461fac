import { measurePast } from "#bin/start/demo-past/measure";
import { seedDemo } from "#db/seed/demo";
import { now } from "#lib/clock";
import { indexDocuments } from "#lib/documents/index-documents";
import { indexSignatures } from "#lib/signatures/index-signatures";

/** Fills an empty database with the demo organisation, whose documents and signatures can then be found. */
export async function loadDemo(): Promise<void> {
  const at = now();
  await seedDemo(at, measurePast);
  await indexDocuments(at);
  await indexSignatures();
}
