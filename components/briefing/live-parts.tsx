/** Puts the parts of a newer answer in the place of those on screen. What somebody is typing, and what they opened, stays. */
export function putParts(html: string): void {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const [main, newMain] = [document.querySelector("main.night"), fresh.querySelector("main.night")];
  if (!main || !newMain) return;
  document.title = fresh.title;
  setTheme(main, newMain);
  const [parts, newParts] = [partsOf(main), partsOf(newMain)];
  if (!isBusy(main) && idsOf(parts) !== idsOf(newParts)) {
    put(main, newMain);
    return;
  }
  for (const part of parts) {
    const newPart = newParts.find(({ id }) => id === part.id);
    if (newPart && !isBusy(part) && wordsOf(part) !== wordsOf(newPart)) put(part, newPart);
  }
}

const partsOf = (within: Element) => [...within.querySelectorAll("[data-live]")];
const idsOf = (parts: readonly Element[]) => parts.map(({ id }) => id).join(" ");

// Each answer has keys of its own in its forms, and what was opened here was not opened there.
const wordsOf = ({ innerHTML }: Element) => innerHTML.replace(/ value="[0-9a-f-]{36}"| open=""/g, "");

function setTheme(main: Element, newMain: Element): void {
  const theme = newMain.getAttribute("data-theme");
  if (theme === null) main.removeAttribute("data-theme");
  else main.setAttribute("data-theme", theme);
}

function put(old: Element, fresh: Element): void {
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
  const opened = [...old.querySelectorAll("details")].map(({ open }) => open);
  const details = [...fresh.querySelectorAll("details")];
  if (details.length === opened.length) for (const [index, one] of details.entries()) one.open = opened[index] ?? false;
  old.replaceChildren(...fresh.childNodes);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

/** Whether somebody is in the middle of saying something there. */
function isBusy(part: Element): boolean {
  const fields = part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    "input:not([type=hidden]), textarea, select",
  );
  return [...fields].some((field) => {
    if (field === document.activeElement) return true;
    if (field instanceof HTMLSelectElement)
      return [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected);
    if (field instanceof HTMLInputElement && field.type === "radio") return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  });
}
