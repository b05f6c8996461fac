import { describe, expect, test } from "vitest";
import { type Draft, draftOf, isSameDraft, newDraft, readDraft, typedInput } from "#lib/rotations/editor/draft";
import { pressed, typed, typedHours, withParticipant, withTurnMoved } from "#lib/rotations/editor/draft-edits";
import { beginHistory, changedTo, redone, undone } from "#lib/rotations/editor/draft-history";
import type { LayerView } from "#lib/rotations/views";

const people = ["ada", "lin", "marek"].map((name) => ({
  address: `${name}@example.com`,
  name,
  email: `${name}@example.com`,
  timeZone: "Europe/Berlin",
}));
const weekly: LayerView = {
  name: "weekly",
  timeZone: "Europe/Berlin",
  startsAt: "2026-01-05T09:00:00",
  every: 1,
  unit: "week",
  participants: people,
  firstTurn: 2,
  hours: [{ weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" }],
};
const draft = draftOf([weekly], { when: "now", effectiveFrom: "2026-03-02T09:00", shown: "" });
const names = (of: Draft, layer = 0) =>
  of.layers[layer]?.participants.map(({ address }) => address.replace("@example.com", ""));
const press = (...buttons: string[]) => buttons.reduce((so, button) => pressed(so, button), draft);

function formOf(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("a draft", () => {
  test("of layers that hold says what they say, and keeps who is on watch", () => {
    expect(typedInput(draft)).toEqual({
      layers: [
        {
          name: "weekly",
          timeZone: "Europe/Berlin",
          startsAt: "2026-01-05T09:00",
          every: "1",
          unit: "week",
          participants: ["ada@example.com", "lin@example.com", "marek@example.com"],
          hours: [{ weekdays: ["monday", "tuesday"], from: "09:00", to: "17:00" }],
        },
      ],
      begins: ["keep"],
      when: "now",
      effectiveFrom: "2026-03-02T09:00",
      shown: "",
      replaceLater: false,
    });
  });

  test("of layers that do not hold yet says who begins", () => {
    const coming = draftOf([weekly], { when: "at", effectiveFrom: "2026-03-02T09:00", shown: "", beginners: [2] });
    expect(typedInput(coming)).toMatchObject({ begins: [2], when: "at" });
  });

  test("of a form says what was typed, right or wrong, without the empty places for participants", () => {
    const read = readDraft(
      formOf(
        ["layers.4.name", " night "],
        ["layers.4.timeZone", "Mars/Phobos"],
        ["layers.4.startsAt", "soon"],
        ["layers.4.every", "0"],
        ["layers.4.unit", "fortnight"],
        ["layers.4.participants.0", ""],
        ["layers.4.participants.2", "lin@example.com"],
        ["layers.4.participants.1", "ada@example.com"],
        ["layers.4.begins", "2"],
        ["layers.4.hours.1.weekdays[]", "sunday"],
        ["layers.4.hours.1.weekdays[]", "monday"],
        ["layers.4.hours.1.weekdays[]", "doomsday"],
        ["layers.4.hours.1.from", "25:00"],
        ["layers.4.hours.1.to", ""],
        ["when", "at"],
        ["effectiveFrom", "2026-04-01T00:00"],
        ["shown", "2026-03-31T22:00:00Z"],
        ["replaceLater", "on"],
        ["edit", "check"],
      ),
    );
    expect(typedInput(read)).toEqual({
      layers: [
        {
          name: "night",
          timeZone: "Mars/Phobos",
          startsAt: "soon",
          every: "0",
          unit: "week",
          participants: ["ada@example.com", "lin@example.com"],
          hours: [{ weekdays: ["monday", "sunday"], from: "25:00", to: "" }],
        },
      ],
      begins: [1],
      when: "at",
      effectiveFrom: "2026-04-01T00:00",
      shown: "2026-03-31T22:00:00Z",
      replaceLater: true,
    });
  });

  test("of a form with nothing in it has no layer", () => {
    expect(readDraft(new FormData()).layers).toEqual([]);
  });

  test("is the same as another that says the same, whatever its keys", () => {
    const again = pressed(withParticipant(draft, 0, "ada@example.com"), "layers.0.participants.3.remove");
    expect(isSameDraft(draft, again)).toBe(true);
    expect(isSameDraft(draft, withTurnMoved(draft, 0, 0, 1))).toBe(false);
  });
});

describe("the buttons of the editor", () => {
  test("move a participant up and down, and not beyond the ends", () => {
    expect(names(press("layers.0.participants.2.up"))).toEqual(["ada", "marek", "lin"]);
    expect(names(press("layers.0.participants.0.down"))).toEqual(["lin", "ada", "marek"]);
    expect(names(press("layers.0.participants.0.up"))).toEqual(["ada", "lin", "marek"]);
    expect(names(press("layers.0.participants.2.down"))).toEqual(["ada", "lin", "marek"]);
  });

  test("take a participant out; whoever was chosen to begin and leaves is not chosen any more", () => {
    const key = draft.layers[0]?.participants[1]?.key ?? "";
    const chosen = typed(draft, 0, { begins: key });
    expect(typedInput(chosen).begins).toEqual([1]);
    expect(typedInput(pressed(chosen, "layers.0.participants.0.remove")).begins).toEqual([0]);
    const without = pressed(chosen, "layers.0.participants.1.remove");
    expect(names(without)).toEqual(["ada", "marek"]);
    expect(without.layers[0]?.begins).toBe("");
  });

  test("add a layer after the last one, in its zone and with a name of its own", () => {
    const twice = press("layers.add", "layers.add");
    expect(twice.layers.map(({ name }) => name)).toEqual(["weekly", "Layer 2", "Layer 3"]);
    expect(twice.layers[2]).toMatchObject({
      timeZone: "Europe/Berlin",
      startsAt: "2026-01-05T09:00",
      participants: [],
    });
  });

  test("copy a layer beneath itself, with other keys throughout, and nothing to keep", () => {
    const { layers } = press("layers.0.copy");
    expect(layers.map(({ name }) => name)).toEqual(["weekly", "weekly 2"]);
    expect(layers[1]).toMatchObject({ timeZone: "Europe/Berlin", begins: "" });
    const keys = layers.flatMap(({ key, participants, hours }) => [
      key,
      ...[...participants, ...hours].map((one) => one.key),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("move and remove layers", () => {
    expect(press("layers.add", "layers.1.up").layers.map(({ name }) => name)).toEqual(["Layer 2", "weekly"]);
    expect(press("layers.add", "layers.0.down").layers.map(({ name }) => name)).toEqual(["Layer 2", "weekly"]);
    expect(press("layers.add", "layers.0.remove").layers.map(({ name }) => name)).toEqual(["Layer 2"]);
  });

  test("add and remove windows of hours", () => {
    const added = press("layers.0.hours.add");
    expect(added.layers[0]?.hours[1]).toMatchObject({ weekdays: [], from: "09:00", to: "17:00" });
    expect(pressed(added, "layers.0.hours.0.remove").layers[0]?.hours).toHaveLength(1);
    const typed = typedHours(added, 0, 1, { weekdays: ["saturday"], from: "10:00" });
    expect(typed.layers[0]?.hours[1]).toMatchObject({ weekdays: ["saturday"], from: "10:00", to: "17:00" });
  });

  test.each([
    "",
    "layers",
    "layers.9.up",
    "layers.0.fly",
    "layers.0.participants.7.up",
    "layers.0.hours.5.remove",
    "layers.0.preset.hourly",
  ])("do nothing when they are called %j", (name) => {
    expect(isSameDraft(pressed(draft, name), draft)).toBe(true);
  });

  test("leave the draft itself as it was", () => {
    const before = structuredClone(draft);
    press("layers.0.copy", "layers.0.participants.0.down", "layers.0.hours.add", "layers.0.remove");
    expect(draft).toEqual(before);
  });
});

describe("patterns", () => {
  const shape = (of: Draft) =>
    of.layers.map(({ every, unit, hours }) => ({ every, unit, hours: hours.map(({ from, to }) => `${from}-${to}`) }));

  test("daily, weekly and every two weeks change how long a turn is, and leave the hours alone", () => {
    expect(shape(press("layers.0.preset.daily"))).toEqual([{ every: "1", unit: "day", hours: ["09:00-17:00"] }]);
    expect(shape(press("layers.0.preset.daily", "layers.0.preset.weekly"))).toEqual(shape(draft));
    expect(shape(press("layers.0.preset.fortnightly"))[0]).toMatchObject({ every: "2", unit: "week" });
  });

  test("weekdays in office hours are turns of a day, from Monday to Friday", () => {
    const [layer] = press("layers.0.preset.office-hours").layers;
    expect(layer).toMatchObject({ every: "1", unit: "day" });
    expect(layer?.hours.map(({ weekdays }) => weekdays.join())).toEqual(["monday,tuesday,wednesday,thursday,friday"]);
  });

  test("following the sun halves the day between the places where people are, close to daytime in both", () => {
    const zones: Record<string, string> = { "marek@example.com": "America/Los_Angeles" };
    const split = pressed(draft, "layers.0.preset.follow-the-sun", (address) => zones[address] ?? "Europe/Berlin");
    expect(split.layers.map(({ name, timeZone, startsAt }) => [name, timeZone, startsAt])).toEqual([
      ["Berlin", "Europe/Berlin", "2026-01-05T06:00"],
      ["Los Angeles", "America/Los_Angeles", "2026-01-05T09:00"],
    ]);
    expect(shape(split).map(({ hours }) => hours[0])).toEqual(["06:00-18:00", "09:00-21:00"]);
    expect([names(split, 0), names(split, 1)]).toEqual([["ada", "lin"], ["marek"]]);
  });

  test.each(["Europe/Lisbon", "Asia/Kolkata", "Australia/Adelaide", "America/New_York", "Pacific/Auckland", "UTC"])(
    "following the sun from %s, the halves meet and the other place is far away",
    (timeZone) => {
      const { layers } = pressed(typed(draft, 0, { timeZone }), "layers.0.preset.follow-the-sun");
      const [near, far] = layers.map((layer) => ({ ...layer, ...layer.hours[0] }));
      const instant = (time: string | undefined, zone: string | undefined) =>
        Temporal.PlainDateTime.from(`2026-01-05T${time}`)
          .toZonedDateTime(zone ?? "")
          .toInstant().epochMilliseconds % 86_400_000;
      expect(instant(near?.to, near?.timeZone)).toBe(instant(far?.from, far?.timeZone));
      expect(instant(far?.to, far?.timeZone)).toBe(instant(near?.from, near?.timeZone));
      for (const begin of [near?.from, far?.from])
        expect(begin && begin >= "05:00" && begin <= "11:00", begin).toBe(true);
    },
  );
});

describe("undoing", () => {
  const daily = typed(draft, 0, { unit: "day" });
  const copied = pressed(daily, "layers.0.copy");

  test("goes back change by change, and forward again", () => {
    const history = changedTo(changedTo(beginHistory(draft), daily), copied);
    expect(undone(history).present).toBe(daily);
    expect(undone(undone(history)).present).toBe(draft);
    expect(undone(undone(undone(history))).present).toBe(draft);
    expect(redone(undone(history)).present).toBe(copied);
    expect(redone(history).present).toBe(copied);
  });

  test("takes what was typed into one field for one change", () => {
    const name = (text: string) => typed(draft, 0, { name: text });
    const history = ["n", "ni", "nig"].reduce(
      (so, text) => changedTo(so, name(text), "layers.0.name"),
      beginHistory(draft),
    );
    expect(undone(history).present).toBe(draft);
    const elsewhere = changedTo(history, typed(name("nig"), 0, { every: "2" }), "layers.0.every");
    expect(undone(elsewhere).present.layers[0]?.name).toBe("nig");
  });

  test("forgets the way forward once something else is changed", () => {
    const history = changedTo(undone(changedTo(beginHistory(draft), daily)), copied);
    expect(redone(history).present).toBe(copied);
  });

  test("does not count what changes nothing", () => {
    expect(changedTo(beginHistory(draft), structuredClone(draft)).past).toEqual([]);
  });
});

test("a new draft is a weekly turn in the given zone, with nobody in it", () => {
  expect(typedInput(newDraft("Asia/Kolkata", "2026-03-02T09:00"))).toMatchObject({
    layers: [{ timeZone: "Asia/Kolkata", startsAt: "2026-03-02T09:00", every: "1", unit: "week", participants: [] }],
    begins: [0],
    when: "now",
  });
});
