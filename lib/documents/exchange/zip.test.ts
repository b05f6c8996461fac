import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readZip, writeZip } from "#lib/documents/exchange/zip";

const text = (words: string) => new TextEncoder().encode(words);

test("files come out of an archive as they went in, folders and hidden files left out", () => {
  const files = [
    { path: "a/b.md", bytes: text("# B\r\n") },
    { path: "c.md", bytes: text("é") },
  ];
  expect(readZip(writeZip(files))).toEqual(files);
  expect(readZip(zipSync({ "x/": text(""), ".git/config": text("x"), "y.md": text("y") }))).toMatchObject([
    { path: "y.md" },
  ]);
});

test.each(["../out.md", "/etc/passwd", "C:/x.md", "a\\..\\x.md"])(
  "an archive with the path %j is refused whole",
  (path) => {
    expect(() => readZip(zipSync({ "ok.md": text("ok"), [path]: text("x") }))).toThrow(RangeError);
  },
);

test("what is no archive, a broken one and one that unpacks to too much are refused", () => {
  expect(() => readZip(text("not a zip at all"))).toThrow(/no ZIP/);
  const zip = zipSync({ "a.md": text("a".repeat(10_000)) });
  expect(() => readZip(zip.slice(0, 40))).toThrow(RangeError);
  expect(() => readZip(claiming(129 * 1024 * 1024))).toThrow(/128 MiB/);
});

/** An archive with one file that says that it unpacks to so many bytes. */
function claiming(size: number) {
  const zip = zipSync({ "a.md": text("a".repeat(100_000)) });
  const view = new DataView(zip.buffer);
  const entry = zip.findLastIndex((_, at) => view.byteLength >= at + 4 && view.getUint32(at, true) === 0x02014b50);
  view.setUint32(entry + 24, size, true);
  return zip;
}

test("a file that has more in it than it says is not unpacked beyond that", () => {
  const zip = claiming(10);
  let unpacked = 0;
  try {
    unpacked = readZip(zip)[0]?.bytes.length ?? 0;
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
  }
  expect(unpacked).toBeLessThanOrEqual(10);
});
