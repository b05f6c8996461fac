const key = "watchbill:text";

/** Tells a page that is open already that a text was carried to it. */
export const textCarried = "watchbill:text-carried";

/** Keeps a pasted text for the page that is opened next; an address could not hold it. */
export function carryText(text: string): void {
  try {
    sessionStorage.setItem(key, text);
    document.dispatchEvent(new CustomEvent(textCarried));
  } catch {
    // A browser that keeps nothing: the text is pasted once more.
  }
}

/** The text that was carried here, once. */
export function takeCarriedText(): string | undefined {
  try {
    const text = sessionStorage.getItem(key) ?? undefined;
    sessionStorage.removeItem(key);
    return text;
  } catch {
    return undefined;
  }
}
