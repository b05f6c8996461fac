type Days = { from: string; to: string };

/** The page of a record, with the days that it is about, and the line whose words are being written. */
export function recordAddress(address: string, days?: Days, edit?: string): string {
  const asked = new URLSearchParams({ ...(days && { from: days.from, to: days.to }), ...(edit ? { edit } : {}) });
  const room = `/people/${encodeURIComponent(address)}/record`;
  return `${room}${asked.size > 0 ? `?${asked}` : ""}${edit ? `#${anchorOf(edit)}` : ""}`;
}

/** The record as a file of Markdown, of the same days. */
export const recordFile = (address: string, days: Days) =>
  `/people/${encodeURIComponent(address)}/record.md?${new URLSearchParams({ from: days.from, to: days.to })}`;

/** By this name the whole record stands for a line, where one is asked for. */
export const wholeRecord = "whole";

/** Where a line stands on the page. */
export const anchorOf = (line: string) => line.replace(":", "-");
