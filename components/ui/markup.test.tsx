import fc from "fast-check";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { asIs, markupOf } from "#components/ui/markup";

const Greeting = ({ name, children }: { name: string; children?: ReactNode }) => (
  <>
    <b className="night-ok">{name}</b>, {children}
  </>
);

const drawings: Record<string, ReactNode> = {
  "words, numbers and nothing": [<p key="1">{["a", 0, false, null, undefined, true, " b"]}</p>],
  "components within components": (
    <section aria-labelledby="here" data-live="">
      <Greeting name="Ada">
        <Greeting name="Lin">{[1, 2].map((n) => n)}</Greeting>
      </Greeting>
    </section>
  ),
  "signs that mean something in HTML": (
    <a href={'/a?b=1&c="2"'} title="it's <b>">
      {"</a><script>alert('&amp;')</script>"}
    </a>
  ),
  "attributes with names of their own": (
    <label htmlFor="x" className="one two" data-first="" aria-hidden={false} data-is={true}>
      <time dateTime="2026-03-04T03:00:00Z">03:00</time>
      <input id="x" maxLength={300} autoComplete="off" required disabled={false} />
    </label>
  ),
  "a list with its choice": (
    <select name="team" required defaultValue="b">
      <option value="" disabled>
        Choose
      </option>
      {["a", "b"].map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </select>
  ),
  "a list that asks for a choice": (
    <select defaultValue="">
      <option value="">Choose</option>
      <option value="a">a</option>
    </select>
  ),
  "what was said before": [
    <textarea key="1" name="words" rows={3} defaultValue={"\n<b>two\nlines"} />,
    <input key="2" type="radio" defaultChecked />,
    <input key="3" type="radio" defaultChecked={false} />,
    <input key="4" type="hidden" name="back" value="/alerts/1?key=a&b" />,
  ],
  "what opens": (
    <details open>
      <summary>more</summary>
      <br />
    </details>
  ),
  "HTML that is there already": <div {...asIs("<p>a &amp; b</p>")} />,
};

describe("what is written as HTML", () => {
  test.each(Object.entries(drawings))("is what React writes of %s", (_, drawing) => {
    expect(inOrder(markupOf(drawing))).toBe(inOrder(renderToStaticMarkup(drawing)));
  });

  test("is what React writes of whatever anybody typed", () => {
    fc.assert(
      fc.property(typed, typed, (words, value) => {
        const drawing = (
          <p title={value}>
            {words}
            <textarea defaultValue={value} />
          </p>
        );
        expect(markupOf(drawing)).toBe(renderToStaticMarkup(drawing));
      }),
    );
  });

  test("leads to no script, however its address is written", () => {
    for (const address of ["javascript:alert(1)", " java\nscript:alert(1)", "\u0001JavaScript\t:alert(1)"])
      expect(markupOf(<a href={address}>Alerts</a>)).toBe("<a>Alerts</a>");
  });

  test("holds nothing that HTML cannot hold", () => {
    expect(() => markupOf(<button type="button" onClick={() => {}} />)).toThrow("onClick of a button");
    expect(() => markupOf({} as ReactNode)).toThrow("Only words and elements");
    expect(() => markupOf(Promise.resolve("later"))).toThrow("Only words and elements");
  });
});

const typed = fc.string({ unit: fc.constantFrom(..."&<>\"'/=\n\r\t\0 aé\u2028") });

/** With the attributes of each tag in the order of their names. */
const inOrder = (html: string) =>
  html.replace(/<([\w-]+)((?: [\w-]+="[^"]*")+)(\/?)>/g, (_, name, attributes: string, end) => {
    const each = attributes.match(/ [\w-]+="[^"]*"/g) ?? [];
    return `<${name}${each.toSorted().join("")}${end}>`;
  });
