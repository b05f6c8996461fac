/** A reference to an entity, as `kind:namespace/name`, all lower case: entities are told apart without regard to case. */
export type EntityReference = string;

type Parts = { kind: string; namespace: string; name: string };

const namePattern = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const namespacePattern = /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/;
const emailPattern = /^[^\s@:/]+@[^\s@:/]+$/;

/** Why `name` cannot name an entity, or undefined. The rule is Backstage's: 63 letters, digits, `-`, `_`, `.`. */
export function faultOfName(name: string): string | undefined {
  if (name.length > 63) return `the name has ${name.length} characters; at most 63 are allowed`;
  if (namePattern.test(name)) return undefined;
  return `the name “${name}” must consist of letters and digits, with “-”, “_” or “.” only between them (no spaces)`;
}

/** The same for a namespace: letters and digits, with `-` between them. */
export function faultOfNamespace(namespace: string): string | undefined {
  if (namespace.length <= 63 && namespacePattern.test(namespace)) return undefined;
  return `the namespace “${cut(namespace)}” must consist of at most 63 letters and digits, with “-” only between them`;
}

export function formatReference({ kind, namespace, name }: Parts): EntityReference {
  return `${kind}:${namespace}/${name}`.toLowerCase();
}

/**
 * Reads `[kind:][namespace/]name`; what is left out comes from `assumed`. An e-mail address is a person's.
 * Undefined when it is no reference at all.
 */
export function parseReference(
  text: string,
  assumed: { kind: string; namespace: string },
): EntityReference | undefined {
  const written = text.trim();
  if (emailPattern.test(written)) return `user:${written.toLowerCase()}`;
  const match = /^(?:([A-Za-z][\w.-]*):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/.exec(written);
  if (!match) return undefined;
  const [, kind = assumed.kind, namespace = assumed.namespace, name = ""] = match;
  if (kind.toLowerCase() === "user" && emailPattern.test(name)) return `user:${name.toLowerCase()}`;
  if (faultOfName(name) || faultOfNamespace(namespace)) return undefined;
  return formatReference({ kind, namespace, name });
}

/** The parts of a reference made here; an e-mail's has no namespace. */
export function partsOf(reference: EntityReference): Parts {
  const [, kind = "", namespace = "", name = ""] = /^([^:]+):(?:([^/]+)\/)?(.+)$/.exec(reference) ?? [];
  return { kind, namespace, name };
}

/** The e-mail address that a reference consists of, or undefined. */
export function emailOf(reference: EntityReference): string | undefined {
  const { name } = partsOf(reference);
  return name.includes("@") ? name : undefined;
}

/**
 * The address in the portal: the name in lower case with `_` as `-`, preceded by its namespace and a dot outside
 * `default`. Separators that stand together become one, a dot if there is one among them: `a--b` is `a-b`, `a_.b` is `a.b`.
 */
export function slugOf(reference: EntityReference): string {
  const { namespace, name } = partsOf(reference);
  const address = namespace === "default" ? name : `${namespace}.${name}`;
  return address.replaceAll("_", "-").replace(/[.-]{2,}/g, (run) => (run.includes(".") ? "." : "-"));
}

/** How dangling references are kept and looked up: by kind and address, so that a thing made by hand heals them too. */
export function addressOf(reference: EntityReference): string {
  const email = emailOf(reference);
  return email ? `user:${email}` : `${partsOf(reference).kind}:${slugOf(reference)}`;
}

const cut = (text: string) => (text.length > 70 ? `${text.slice(0, 60)}…` : text);
