/** Words that names are made of. Short, and different from each other when read out over a bad line. */
const givenNames = words(`
  Abena Adrian Aiko Alma Amira Anil Anouk Arlo Astrid Ayo Basil Beatriz Benoit Bo Camila Cem Chidi Clara Dalia Daniel
  Darya Devi Dion Edda Eitan Elif Emeka Enzo Esra Fadi Farah Felix Fiona Gael Greta Hadi Hana Hugo Idris Ilse Imani
  Isak Ivo Jana Jaya Joel Jun Kaan Kamal Karin Kofi Laila Lars Leila Lior Lucia Mads Mai Malik Marta Mateo Mira Nadia
  Nils Nina Obi Olga Omar Otis Paula Pilar Priya Rafael Rana Ravi Rosa Ruben Sana Selin Simon Sofia Stellan Tara Theo
  Tuva Uma Vera Viktor Wanda Xenia Yara Yusuf Zara Zeno`);

const familyNames = words(`
  Abadi Aalto Achterberg Adeyemi Almeida Amato Andrade Aoki Arslan Baker Banerjee Barros Bauer Beck Bello Berg Bianchi
  Blom Bose Brandt Caldwell Campos Castel Chaudhry Chen Cohen Correia Cruz Dahl Danjuma Darwish Delgado Demir Diallo
  Dias Dogan Dubois Eze Farkas Fischer Flores Fontaine Fraser Fujita Gallo Ganesan Garnier Gill Goh Gray Grewal Haas
  Hakimi Hansen Haruna Hoang Horvat Ibarra Inoue Iyer Jansen Jovic Kaya Keller Khoury Kim Kovacs Krause Kumar Lahiri
  Larsen Leclerc Lim Lund Mansour Marin Mehta Mendes Meyer Molina Mwangi Nair Navarro Nguyen Nilsson Novak Oduya Olsen
  Ortega Osei Ozturk Park Patel Pereira Petrov Pham Quist Ramos Rao Reyes Ricci Rossi Saleh Santos Sato Schmid Sen
  Shah Silva Soto Stein Suzuki Tahan Takeda Tan Torres Toth Udo Vance Vargas Vidal Vogel Wagner Walsh Weber Wong Yamada
  Yilmaz Zaman Zhang Ziegler`);

const subjects = words(`
  address auction badge basket bundle campaign carrier catalog coupon courier currency customer delivery deposit
  discount dispatch fraud gift identity image inventory invoice label ledger loyalty mail margin media menu notice offer
  order parcel payment payout permit pickup price product profile promise quote receipt refund region rental reorder
  return review reward route safety sample search seller session shelf shipment shipping stock store subscription
  supplier survey tariff tax ticket token tracking transfer vendor visit voucher warehouse wishlist`);

const works = words(`
  api archive auditor balancer batch broker builder cache calculator checker collector composer console consumer
  dashboard directory editor engine exporter feed forwarder gateway importer index indexer intake journal limiter
  matcher mirror monitor notifier planner portal processor projector proxy queue reader recommender reconciler recorder
  registry relay renderer reporter resolver router scheduler scorer sender service signer sorter splitter store streamer
  sync tracker uploader validator verifier viewer watcher worker writer`);

/** A source of chance that gives the same values for the same seed: mulberry32, in [0, 1). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("Nothing to pick from.");
  return item;
}

export const personName = (random: () => number) => `${pick(givenNames, random)} ${pick(familyNames, random)}`;
export const serviceName = (random: () => number) => `${capital(pick(subjects, random))} ${pick(works, random)}`;
export const teamName = (random: () => number) => `${capital(pick(subjects, random))} ${pick(crews, random)}`;

export const documentTitle = (random: () => number) =>
  `${capital(pick(subjects, random))} ${pick(works, random)} is slow`;
export const errorMeaning = (random: () => number) =>
  `The ${pick(subjects, random)} ${pick(works, random)} has no room left`;

export const rotationName = (random: () => number) => `${capital(pick(subjects, random))} watch`;

const crews = words("crew desk guild group hands harbour bench works watch room bridge deck");

// One process makes up names in a fixed order; the tag keeps processes that share a database apart.
const ordinary = chance(20_260_105);
const tag = process.pid.toString(36);
let made = 0;

/** A name that nothing else has, for tests that do not care which: `Ledger relay k3f7`. */
export function uniqueName(kind: (random: () => number) => string): string {
  made += 1;
  return `${kind(ordinary)} ${tag}${made.toString(36)}`;
}

/** A slug for a name of Latin letters and digits. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}
