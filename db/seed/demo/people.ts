import type { Workday } from "#db/seed/demo/workdays";
import type { Draft } from "#db/seed/draft";
import { draftPerson, makeAdministrator, type Person } from "#db/seed/people";

const lisbon = "Europe/Lisbon";
const beirut = "Asia/Beirut";
const toronto = "America/Toronto";

/** Name, title and zone, by the word before the @ of their address. Later arrivals come with the history. */
const founders = {
  graca: ["Graça Teixeira", "Director of engineering", lisbon],
  rui: ["Rui Falcão", "Engineering manager", lisbon],
  claire: ["Claire Tremblay", "Engineering manager", toronto],
  maya: ["Maya Khoury", "Engineering manager", beirut],

  ada: ["Ada Okafor", "Senior engineer", lisbon],
  lin: ["Lin Wei", "Engineer", toronto],
  marek: ["Marek Nowak", "Senior engineer", lisbon],
  tomas: ["Tomás Rey", "Engineer", lisbon],

  farid: ["Farid Nassar", "Staff engineer", beirut],
  rima: ["Rima Saade", "Engineer", beirut],
  elio: ["Elio Campos", "Senior engineer", lisbon],
  hanna: ["Hanna Kowalczyk", "Engineer", lisbon],

  gil: ["Gil Amaro", "Senior engineer", lisbon],
  jonas: ["Jonas Weil", "Engineer", toronto],
  adaeze: ["Adaeze Obi", "Senior engineer", toronto],
  kenji: ["Kenji Arai", "Engineer", toronto],

  sophie: ["Sophie Gagnon", "Senior engineer", toronto],
  nuno: ["Nuno Vale", "Engineer", lisbon],

  ines: ["Ines Duarte", "Staff engineer", toronto],
  karim: ["Karim Abboud", "Senior engineer", beirut],
  oskar: ["Oskar Lind", "Engineer", lisbon],
  tamsin: ["Tamsin Okoye", "Engineer", toronto],

  noor: ["Noor Haddad", "Lead operations engineer", beirut],
  sam: ["Sam Achebe", "Operations engineer", lisbon],
  yuki: ["Yuki Mori", "Operations engineer", toronto],
} as const;

type Key = keyof typeof founders;

/** Whose public holidays count for whoever lives there. No calendar of Lebanon's is at hand. */
const regions = { [lisbon]: "PT", [toronto]: "CA-ON", [beirut]: null };

/** When they are awake, of those who have said so: mostly whoever stands a watch. */
const awake: Partial<Record<Key, [wakesAt: string, sleepsAt: string]>> = {
  ada: ["07:00", "23:00"],
  lin: ["07:30", "23:30"],
  marek: ["06:00", "22:00"],
  farid: ["06:30", "23:00"],
  adaeze: ["08:00", "23:30"],
  sophie: ["06:30", "22:30"],
  noor: ["05:15", "22:00"],
  sam: ["07:00", "22:30"],
  yuki: ["08:30", "00:30"],
  tamsin: ["08:00", "00:00"],
};

/** Everybody who was there on the first day, added by the one who set the portal up and administers it since. */
export function draftPeople(draft: Draft, on: Workday) {
  const by = "Command line";
  const facts = { name: "Petra Lindqvist", email: "petra@harbour.example", title: "Internal tools", timeZone: lisbon };
  const petra = draftPerson(draft, { ...facts, by }, on(279, "08:40"));
  makeAdministrator(draft, petra, { by }, on(279, "08:41"));

  const others = Object.entries(founders).map(([key, [name, title, timeZone]], index) => {
    const [wakesAt = null, sleepsAt = null] = awake[key as Key] ?? [];
    const settings = { timeZone, wakesAt, sleepsAt, holidayRegion: regions[timeZone] };
    const person = { name, title, ...settings, email: `${key}@harbour.example`, by: petra };
    return [key, draftPerson(draft, person, on(278, `09:${10 + index}`))] as const;
  });
  return { petra, ...(Object.fromEntries(others) as Record<Key, Person>) };
}
