import {
  type Callee,
  type Calling,
  type Followed,
  followBriefing,
  type LiveState,
} from "#components/briefing/live-follow";

/**
 * Keeps the briefing up to date, and says in `place` where it cannot: the age of what is shown, taps that wait for the
 * network, and above all whether ops was paged. Says nothing while all is well.
 */
export function live(place: HTMLElement): void {
  const { callee, ...followed } = JSON.parse(place.dataset.facts ?? "{}") as Followed & { callee: Callee | null };
  let shown = "";
  followBriefing(followed, (state) => {
    // What has not changed must not be read out once more, nor lose the focus.
    const words = JSON.stringify(state);
    if (words === shown) return;
    shown = words;
    place.replaceChildren(...said(state, callee));
  });
}

function said({ staleSeconds, queued, refused, calling }: LiveState, callee: Callee | null): Node[] {
  const lines = [
    ...(calling ? [callingWords(calling, callee)] : []),
    ...(refused === null ? [] : [element("p", {}, refused)]),
    ...(queued.length === 0 ? [] : [element("p", {}, waitingWords(queued))]),
    ...(staleSeconds === null
      ? []
      : [element("p", {}, `No connection. What you see is ${ageWords(staleSeconds)} old.`)]),
  ];
  if (lines.length === 0) return [];
  return [element("div", { class: "night-said", ...(calling || refused ? { "data-tone": "bad" } : {}) }, ...lines)];
}

function callingWords({ secondsLeft, again }: Calling, callee: Callee | null): Node {
  const isTrying = secondsLeft > 0;
  const tryAgain = element("button", { type: "button" }, "Try again");
  tryAgain.addEventListener("click", again);
  return element(
    "p",
    { role: "alert" },
    element("b", {}, isTrying ? "Ops is not paged yet." : "Ops was not paged."),
    isTrying
      ? ` The network does not answer; trying for another ${secondsLeft} s. `
      : " The network did not answer for a minute. ",
    ...(callee ? callWords(callee) : ["Call whoever you know of ops."]),
    ...(isTrying ? [] : [" ", tryAgain]),
  );
}

function callWords({ name, phone, email }: Callee): (Node | string)[] {
  if (phone) return [`Call ${name}: `, element("a", { href: `tel:${phone}` }, phone)];
  if (email) return [`Call ${name} (`, element("a", { href: `mailto:${email}` }, email), ")."];
  return [`Call ${name}.`];
}

function waitingWords(queued: readonly string[]): string {
  const [wait, are] = queued.length === 1 ? ["waits", "is"] : ["wait", "are"];
  return `${queued.join(", ")}: ${wait} for the network, and ${are} sent as soon as there is one.`;
}

const ageWords = (seconds: number) => (seconds < 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`);

function element(name: string, attributes: Record<string, string>, ...content: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}
