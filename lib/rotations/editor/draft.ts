import { type Unit, units, type Weekday, weekdays } from "#lib/rotations/rotation";
import type { LayerView } from "#lib/rotations/views";

/**
 * What stands in the editor: layers as texts, right or wrong, just as they were typed. Keys tell things apart while
 * they move; they are never sent. The names of the form's fields are the paths of the input: `layers.0.hours.1.from`.
 */
export type Draft = {
  layers: DraftLayer[];
  /** The change holds from now on, or `at` the wall-clock time `effectiveFrom` in the zone of the first layer. */
  when: "now" | "at";
  effectiveFrom: string;
  /** The instant that `effectiveFrom` was first made from, which may lie between minutes; empty where there is none. */
  shown: string;
  /** Versions that begin later go. */
  replaceLater: boolean;
  /** How many keys were given out. */
  keys: number;
};

export type DraftLayer = {
  key: string;
  name: string;
  timeZone: string;
  startsAt: string;
  every: string;
  unit: Unit;
  participants: DraftParticipant[];
  /** `keep`: the present watch and order stay. Else the key of the participant who begins. */
  begins: string;
  /** Without any, the layer is active at all times. */
  hours: DraftHours[];
};

export type DraftParticipant = { key: string; address: string };

export type DraftHours = { key: string; weekdays: Weekday[]; from: string; to: string };

type Holding = Pick<Draft, "when" | "effectiveFrom" | "shown"> & {
  /** For each layer the number of the participant who begins. Where left out, whoever stands watch goes on. */
  beginners?: readonly number[];
};

/** The draft of layers that are stored already. */
export function draftOf(layers: readonly LayerView[], { when, effectiveFrom, shown, beginners }: Holding): Draft {
  const key = keyGiver();
  return {
    layers: layers.map(({ name, timeZone, startsAt, every, unit, participants, hours }, index) => {
      const turns = participants.map(({ address }) => ({ key: key(), address }));
      return {
        key: key(),
        name,
        timeZone,
        startsAt: startsAt.slice(0, 16),
        every: String(every),
        unit,
        participants: turns,
        begins: beginners ? (turns[beginners[index] ?? 0]?.key ?? "") : "keep",
        hours: hours.map((window) => ({ key: key(), ...window })),
      };
    }),
    when,
    effectiveFrom,
    shown,
    replaceLater: false,
    keys: key.given(),
  };
}

/** The draft of a new rotation: one weekly layer, with nobody in it yet. */
export function newDraft(timeZone: string, startsAt: string): Draft {
  return {
    layers: [{ key: "0", ...noLayer, name: "Weekly", timeZone, startsAt }],
    when: "now",
    effectiveFrom: startsAt,
    shown: "",
    replaceLater: false,
    keys: 1,
  };
}

export const noLayer: Omit<DraftLayer, "key" | "name" | "timeZone" | "startsAt"> = {
  every: "1",
  unit: "week",
  participants: [],
  begins: "",
  hours: [],
};

/** What a sent form says. Empty places for participants are passed over; nothing else is. */
export function readDraft(form: FormData): Draft {
  const key = keyGiver();
  const text = (name: string) => String(form.getAll(name).at(-1) ?? "").trim();

  function readLayer(path: string): DraftLayer {
    const participants = numbersIn(form, `${path}.participants.`).map((number) => ({
      key: key(),
      address: text(`${path}.participants.${number}`),
      number: String(number),
    }));
    const begins = text(`${path}.begins`);
    return {
      key: key(),
      name: text(`${path}.name`),
      timeZone: text(`${path}.timeZone`),
      startsAt: text(`${path}.startsAt`),
      every: text(`${path}.every`),
      unit: known(units, text(`${path}.unit`)) ?? "week",
      participants: participants.filter(({ address }) => address !== "").map(({ key, address }) => ({ key, address })),
      begins: begins === "keep" ? begins : (participants.find(({ number }) => number === begins)?.key ?? ""),
      hours: numbersIn(form, `${path}.hours.`).map((number) => readHours(`${path}.hours.${number}`)),
    };
  }

  function readHours(path: string): DraftHours {
    const days = form.getAll(`${path}.weekdays[]`).map(String);
    return {
      key: key(),
      weekdays: weekdays.filter((day) => days.includes(day)),
      from: text(`${path}.from`),
      to: text(`${path}.to`),
    };
  }

  return {
    layers: numbersIn(form, "layers.").map((number) => readLayer(`layers.${number}`)),
    when: text("when") === "at" ? "at" : "now",
    effectiveFrom: text("effectiveFrom"),
    shown: text("shown"),
    replaceLater: text("replaceLater") === "on",
    keys: key.given(),
  };
}

/** A draft as the schemas of the input read it: for each layer, who begins is told by a number among its participants. */
export function typedInput(draft: Draft) {
  return {
    layers: draft.layers.map(({ key: _, begins: __, participants, hours, ...layer }) => ({
      ...layer,
      participants: participants.map(({ address }) => address),
      hours: hours.map(({ key: _, ...window }) => window),
    })),
    begins: draft.layers.map(({ begins, participants }) =>
      begins === "keep"
        ? begins
        : Math.max(
            0,
            participants.findIndex(({ key }) => key === begins),
          ),
    ),
    when: draft.when,
    effectiveFrom: draft.effectiveFrom,
    shown: draft.shown,
    replaceLater: draft.replaceLater,
  };
}
export type TypedInput = ReturnType<typeof typedInput>;

/** Whether both say the same, whatever their keys. */
export function isSameDraft(one: Draft, other: Draft): boolean {
  return one === other || JSON.stringify(typedInput(one)) === JSON.stringify(typedInput(other));
}

function numbersIn(form: FormData, prefix: string): number[] {
  const numbers = [...form.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number.parseInt(name.slice(prefix.length), 10))
    .filter((number) => number >= 0);
  return [...new Set(numbers)].sort((one, other) => one - other);
}

function known<Word extends string>(words: readonly Word[], text: string): Word | undefined {
  return words.find((word) => word === text);
}

function keyGiver() {
  let given = 0;
  return Object.assign(() => String(given++), { given: () => given });
}
