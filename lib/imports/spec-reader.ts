import { type EntityReference, parseReference } from "#lib/imports/entity-reference";
import { Text } from "#lib/imports/envelope";

export type PathNote = { path: PropertyKey[]; note: string };
export type Self = { kind: string; namespace: string; reference: EntityReference };

/** Reads the fields of one descriptor's `spec`, and keeps a note of whatever it leaves out. */
export class SpecReader {
  readonly notes: PathNote[] = [];
  readonly #spec: Record<string, unknown>;
  readonly #self: Self;

  constructor(spec: Record<string, unknown>, self: Self) {
    this.#self = self;
    this.#spec = { ...spec };
    for (const [wrong, right] of Object.entries(misspellings)) {
      if (this.#spec[wrong] === undefined || this.#spec[right] !== undefined) continue;
      this.#spec[right] = this.#spec[wrong];
      this.note(["spec", wrong], `“${wrong}” is read as ${right}.`);
    }
  }

  note(path: PropertyKey[], note: string): void {
    this.notes.push({ path, note });
  }

  /** Text of at most `most` characters; anything but text is left out. */
  text(field: string, most: number): string | undefined {
    const value = this.#spec[field];
    if (value == null || value === "") return undefined;
    const text = Text.safeParse(typeof value === "number" ? String(value) : value);
    if (text.success) return text.data ? this.cut(text.data, most, ["spec", field]) : undefined;
    this.note(["spec", field], `spec.${field} is not text and was left out.`);
    return undefined;
  }

  cut(text: string, most: number, path: PropertyKey[]): string {
    if (text.length <= most) return text;
    this.note(path, `${path.join(".")} was cut to ${most} characters.`);
    return `${text.slice(0, most - 1).toWellFormed()}…`;
  }

  /** Who owns it: a group unless it says otherwise. What is no reference is kept as it stands, as an owner nobody has. */
  owner(): string | undefined {
    const written = this.text("owner", 200);
    if (!written) return undefined;
    return parseReference(written, { kind: "group", namespace: this.#self.namespace }) ?? written;
  }

  reference(field: string, kind: string, options: { keepsSelf?: boolean } = {}): EntityReference | undefined {
    const written = this.text(field, 300);
    return written && this.#other(written, kind, ["spec", field], options);
  }

  /** The references of a list, each once, in order. */
  references(field: string, kind: string, options: { keepsSelf?: boolean } = {}): EntityReference[] | undefined {
    const list = this.#spec[field];
    if (list == null) return undefined;
    if (!Array.isArray(list)) {
      this.note(["spec", field], `spec.${field} is not a list and was left out.`);
      return undefined;
    }
    const read = list.map((item: unknown, index) => {
      const path = ["spec", field, index];
      if (typeof item === "string") return this.#other(item, kind, path, options);
      this.note(path, `spec.${field} holds something that is not text; it was left out.`);
      return undefined;
    });
    return [...new Set(read.filter((reference) => reference !== undefined))];
  }

  /** Reads one reference; what is none is left out. */
  read(
    written: string,
    assumed: { kind: string; namespace: string },
    path: PropertyKey[],
  ): EntityReference | undefined {
    const reference = parseReference(written, assumed);
    if (!reference) this.note(path, `“${written.slice(0, 80)}” is not a reference to an entity and was left out.`);
    return reference;
  }

  /** The e-mail address of a user, in lower case. */
  email(): string | undefined {
    const profile = (this.#spec.profile ?? {}) as Record<string, unknown>;
    const email = Text.safeParse(profile.email).data?.toLowerCase();
    if (email && /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254) return email;
    if (profile.email) this.note(["spec", "profile"], "The e-mail address is not one and was left out.");
    return undefined;
  }

  #other(written: string, kind: string, path: PropertyKey[], { keepsSelf = false }): EntityReference | undefined {
    const reference = this.read(written, { kind, namespace: this.#self.namespace }, path);
    if (reference !== this.#self.reference || keepsSelf) return reference;
    this.note(path, `${path[1]?.toString()} names the entity itself and was left out.`);
    return undefined;
  }
}

/** Fields that real descriptors misspell, and what they mean. */
const misspellings = {
  subComponentOf: "subcomponentOf",
  subDomainOf: "subdomainOf",
  consumesApi: "consumesApis",
  providesApi: "providesApis",
  dependencyof: "dependencyOf",
  dependson: "dependsOn",
};
