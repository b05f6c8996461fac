import { createHash } from "node:crypto";
import { type DescriptorLink, httpUrl } from "#lib/imports/links";

export type Annotations = ReadonlyMap<string, string>;

/** `watchbill.dev/tier`: 1 to 4. Throws a RangeError that says so for anything else. */
export function readTier(annotations: Annotations): number | undefined {
  const written = annotations.get("watchbill.dev/tier");
  if (written === undefined || written === "") return undefined;
  if (!/^[1-4]$/.test(written))
    throw new RangeError(`watchbill.dev/tier must be 1, 2, 3 or 4, not “${written.slice(0, 40)}”`);
  return Number(written);
}

/** `watchbill.dev/customer-facing`: true or false. Throws a RangeError that says so for anything else. */
export function readCustomerFacing(annotations: Annotations): boolean | undefined {
  const written = annotations.get("watchbill.dev/customer-facing")?.toLowerCase();
  if (written === undefined || written === "") return undefined;
  if (written !== "true" && written !== "false")
    throw new RangeError(`watchbill.dev/customer-facing must be true or false, not “${written.slice(0, 40)}”`);
  return written === "true";
}

/** Where the code is: `backstage.io/source-location`, else the project on GitHub. */
export function readRepository(annotations: Annotations): string | undefined {
  const location = annotations.get("backstage.io/source-location")?.replace(/^url:/, "");
  const project = annotations.get("github.com/project-slug");
  return (
    (location && httpUrl(location)) ??
    (project && /^[\w.-]+\/[\w.-]+$/.test(project) ? `https://github.com/${project}` : undefined)
  );
}

/** The documentation that `backstage.io/techdocs-ref` leads to, where that is an address and not a folder. */
export function readDocumentation(annotations: Annotations): DescriptorLink[] {
  const url = httpUrl(annotations.get("backstage.io/techdocs-ref")?.replace(/^url:/, "") ?? "");
  return url ? [{ title: "Documentation", url, type: "techdocs" }] : [];
}

/** PagerDuty's id of the service. */
export const readPagerDutyService = (annotations: Annotations) =>
  annotations.get("pagerduty.com/service-id") || undefined;

/** PagerDuty's integration key is a secret: what is kept is its SHA-256, in hex. */
export function readPagerDutyKeyHash(annotations: Annotations): string | undefined {
  const key = annotations.get("pagerduty.com/integration-key");
  return key ? createHash("sha256").update(key).digest("hex") : undefined;
}
