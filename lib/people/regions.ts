/** A country, or a part of one, whose public holidays are known; `code` as people carry it: `PT`, `DE-BE`. */
type Region = { code: string; name: string };
type Country = Region & { states: readonly Region[] };

const mostOffered = 12;

/** The countries and parts whose name or code begins like `query`, then those that hold it; parts with their country. */
export function matchingRegions(countries: readonly Country[], query: string): Region[] {
  const wanted = plain(query);
  if (wanted === "") return [];
  const all = countries.flatMap(({ states, ...country }) => [
    country,
    ...states.map((state) => within(state, country)),
  ]);
  const begins = all.filter(({ code, name }) => plain(name).startsWith(wanted) || plain(code).startsWith(wanted));
  const holds = all.filter((region) => plain(region.name).includes(wanted) && !begins.includes(region));
  return [...begins, ...holds].slice(0, mostOffered);
}

/** The region of this code with its full name, or undefined when it is not known. */
export function findRegion(countries: readonly Country[], code: string | null): Region | undefined {
  const country = countries.find((one) => one.code === code?.slice(0, 2));
  if (!country) return undefined;
  const state = country.states.find((one) => one.code === code);
  if (state) return within(state, country);
  return country.code === code ? { code: country.code, name: country.name } : undefined;
}

/** A code without the list at hand: the country in words, and the part as it is written. */
export function regionText(code: string): string {
  const [country = code, ...part] = code.split("-");
  const name = new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
  return part.length > 0 ? `${name} (${part.join("-")})` : name;
}

const within = (state: Region, country: Region): Region => ({
  code: state.code,
  name: `${state.name}, ${country.name}`,
});

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
