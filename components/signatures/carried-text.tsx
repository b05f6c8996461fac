const keyOf = (address: string) => `watchbill:text ${address}`;

/** Tells a page that is open already that a text was carried to it. */
export const textCarried = "watchbill:text-carried";

/** Keeps a pasted text for the page at `address`, which is opened next; the address itself could not hold it. */
export function carryText(address: string, text: string): void {
  try {
    sessionStorage.setItem(keyOf(address), text);
    document.dispatchEvent(new CustomEvent(textCarried));
  } catch {
    // A browser that keeps nothing: the text is pasted once more.
  }
}

/** The text that was carried to `address`, once. */
export function takeCarriedText(address: string): string | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(address)) ?? undefined;
    sessionStorage.removeItem(keyOf(address));
    return text;
  } catch {
    return undefined;
  }
}
