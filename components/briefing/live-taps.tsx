/** One press of a button, as it is sent: sent twice it acts once, because its key is among the words. */
export type Tap = { action: string; body: string; says: string };

/** What came of sending one. `away`: the network or the server was not there, so that it may be tried again. */
export type Sent = { is: "done"; html: string } | { is: "refused"; why: string } | { is: "away" };

const patienceMilliseconds = 8_000;

/** The tap that a form stands for, with the button that was pressed. */
export function tapOf(form: HTMLFormElement, button: HTMLElement | null): Tap {
  const fields = new FormData(form, button);
  const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])).toString();
  return { action: form.action, body, says: form.dataset.says ?? "" };
}

/** Sends a tap. Whoever is no longer signed in is led to the sign-in page, as without a script. */
export async function send({ action, body }: Tap): Promise<Sent> {
  try {
    const answer = await fetch(action, {
      method: "POST",
      body,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (answer.status >= 500) return { is: "away" };
    const text = await answer.text();
    if (!answer.ok) return { is: "refused", why: text.split("\n")[0] ?? "" };
    if (new URL(answer.url).pathname.startsWith("/sign-in")) location.assign(answer.url);
    return { is: "done", html: text };
  } catch {
    return { is: "away" };
  }
}

/** Taps that wait for the network. They outlive a reload of the page, not the tab. */
export function rememberedTaps(alert: string): Tap[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(alert)) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

export function rememberTaps(alert: string, taps: readonly Tap[]): void {
  try {
    sessionStorage.setItem(keyOf(alert), JSON.stringify(taps));
  } catch {
    // A browser that keeps nothing still has them on this page.
  }
}

const keyOf = (alert: string) => `watchbill:taps:${alert}`;
