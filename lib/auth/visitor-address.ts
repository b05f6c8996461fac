import ipaddr from "ipaddr.js";

const ownNetwork = new Set(["loopback", "private", "linkLocal", "uniqueLocal", "carrierGradeNat", "unspecified"]);

/**
 * The address a request came from. A peer inside the own network is taken for a reverse proxy, whose
 * X-Forwarded-For is read from its end: the first address outside the own network is the visitor's.
 */
export function visitorAddress(peer: string | null, forwardedFor: string | null): string {
  const hops = [...(forwardedFor?.split(",") ?? []), peer ?? ""]
    .map((hop) => hop.trim())
    .filter((hop) => ipaddr.isValid(hop));
  return hops.findLast((hop) => !ownNetwork.has(ipaddr.process(hop).range())) ?? hops[0] ?? "unknown";
}
