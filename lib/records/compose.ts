import "server-only";
import { mostLines } from "#lib/records/lines";
import { findAlerts } from "#lib/records/parts/alerts";
import { findDevelopment } from "#lib/records/parts/development";
import { findDocuments } from "#lib/records/parts/documents";
import { findDrills } from "#lib/records/parts/drills";
import { type Asked, sectionOf } from "#lib/records/parts/part";
import { findReviews } from "#lib/records/parts/reviews";
import { findServices, type Owned } from "#lib/records/parts/services";
import { findLed, findShadowed } from "#lib/records/parts/shadows";
import { findSignatures } from "#lib/records/parts/signatures";
import { findWatches } from "#lib/records/parts/watches";
import type { RecordSection } from "#lib/records/views";

/** All that a record tells of a span, section by section. Who may read it was decided before. */
export async function composeSections(asked: Asked): Promise<RecordSection[]> {
  const services = findServices(asked);
  const watches = findWatches(asked);
  const [{ lines }, developed, stood, led, alerts, documents, signatures, drills, shadowed, reviews] =
    await Promise.all([
      services,
      services.then(({ owned }) => findDevelopment(asked, latestOf(owned))),
      watches,
      watches.then((found) => findLed(asked, found.stood)),
      findAlerts(asked),
      findDocuments(asked),
      findSignatures(asked),
      findDrills(asked),
      findShadowed(asked),
      findReviews(asked),
    ]);
  return [
    sectionOf("service", lines),
    sectionOf("developed", developed),
    sectionOf("rotation", stood.lines),
    sectionOf("covered", stood.covered),
    sectionOf("alert", alerts),
    sectionOf("document", documents),
    sectionOf("signature", signatures),
    sectionOf("drill", drills),
    sectionOf("shadow", shadowed),
    sectionOf("led", led),
    sectionOf("review", reviews),
  ];
}

/** Those that are shown: what nobody sees need not be held against its past. */
const latestOf = (owned: readonly Owned[]) =>
  owned.toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from)).slice(0, mostLines);
