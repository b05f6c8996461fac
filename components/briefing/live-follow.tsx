import { putParts } from "#components/briefing/live-parts";
import { rememberedTaps, rememberTaps, type Sent, send, type Tap, tapOf } from "#components/briefing/live-taps";

/** Ops is being paged and nobody has answered for the server yet; nothing `secondsLeft`: it was given up. */
export type Calling = { secondsLeft: number; again: () => void };

export type LiveState = {
  /** Null while the server is heard. */
  staleSeconds: number | null;
  /** What waits for the network, in words. */
  queued: string[];
  /** Why the server would not do what was asked last. */
  refused: string | null;
  calling: Calling | null;
};

/** Whom to call by hand while ops cannot be paged from here. */
export type Callee = { name: string; phone: string | null; email: string | null };

export type Followed = {
  /** The alert's id. */
  alert: string;
  linkKey: string | null;
  /** The last line of the timeline that the page shows. */
  entry: number;
};

/** In milliseconds. The server speaks every ten seconds at least. */
const [silence, secondMilliseconds, refreshEvery] = [16_000, 1_000, 60_000];
const callingSeconds = 60;

// What is read out must not change with every second.
const inTens = (seconds: number) => Math.ceil(seconds / 10) * 10;

/**
 * Follows one briefing as long as its page is there: puts what is new on the page, sends what was tapped, and
 * tells `say` what the reader has to know. Nothing that reaches ops is ever queued without a word.
 */
export function followBriefing({ alert, linkKey, entry }: Followed, say: (state: LiveState) => void): void {
  let stream: EventSource | undefined;
  let version: string | undefined;
  let heardAt = performance.now();
  let freshAt = performance.now();
  let triedAt = 0;
  let taps = rememberedTaps(alert);
  let isSending = false;
  let refused: string | null = null;
  let call: { tap: Tap; until: number; isUnder: boolean } | undefined;

  const tell = () => {
    const staleFor = performance.now() - heardAt;
    say({
      staleSeconds: staleFor > silence || !navigator.onLine ? inTens((performance.now() - freshAt) / 1_000) : null,
      queued: taps.map(({ says }) => says),
      refused,
      calling: call && performance.now() - (call.until - callingSeconds * 1_000) > 1_500 ? callingOf(call) : null,
    });
  };

  function callingOf(held: NonNullable<typeof call>): Calling {
    return {
      secondsLeft: Math.max(0, inTens((held.until - performance.now()) / 1_000)),
      again: () => callOps(held.tap),
    };
  }

  function heard(): void {
    heardAt = performance.now();
  }

  function listen(): void {
    const address = `/api/alerts/${alert}/stream${linkKey ? `?${new URLSearchParams({ key: linkKey })}` : ""}`;
    stream = new EventSource(address);
    stream.addEventListener("ping", heard);
    stream.addEventListener("version", ({ data }: MessageEvent<string>) => {
      heard();
      const isNews = version === undefined ? data.split(".")[0] !== String(entry) : data !== version;
      version = data;
      if (isNews) void refresh();
      else freshAt = performance.now();
    });
  }

  async function refresh(): Promise<void> {
    triedAt = performance.now();
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(8_000) }).catch(() => undefined);
    if (!answer?.ok || answer.redirected) return;
    show(await answer.text().catch(() => ""));
  }

  function show(html: string): void {
    if (!html) return;
    putParts(html);
    heard();
    freshAt = performance.now();
    tell();
  }

  function settle(sent: Sent): void {
    refused = sent.is === "refused" ? sent.why : null;
    for (const button of document.querySelectorAll("main [aria-busy]")) button.removeAttribute("aria-busy");
    if (sent.is === "done") show(sent.html);
    if (sent.is === "refused") void refresh();
  }

  async function sendQueued(): Promise<void> {
    if (isSending) return;
    isSending = true;
    for (let tap = taps[0]; tap; tap = taps[0]) {
      const sent = await send(tap);
      if (sent.is === "away") break;
      taps = taps.slice(1);
      rememberTaps(alert, taps);
      settle(sent);
    }
    isSending = false;
    tell();
  }

  function callOps(tap: Tap): void {
    call = { tap, until: performance.now() + callingSeconds * 1_000, isUnder: false };
    void tryCall();
  }

  async function tryCall(): Promise<void> {
    const held = call;
    if (!held || held.isUnder || performance.now() >= held.until) return;
    held.isUnder = true;
    const sent = await send(held.tap);
    held.isUnder = false;
    if (sent.is !== "away") {
      if (call === held) call = undefined;
      settle(sent);
    }
    tell();
  }

  function press(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.tap) return;
    event.preventDefault();
    const tap = tapOf(form, event.submitter);
    event.submitter?.setAttribute("aria-busy", "true");
    if (form.dataset.tap === "now") {
      callOps(tap);
      return;
    }
    if (!taps.some(({ body }) => body === tap.body)) taps = [...taps, tap];
    rememberTaps(alert, taps);
    void sendQueued();
  }

  function wake(): void {
    if (document.visibilityState !== "visible") return;
    void sendQueued();
    void refresh();
  }

  let beats = 0;
  setInterval(() => {
    beats += 1;
    if (beats % 3 === 0) {
      void tryCall();
      if (taps.length > 0) void sendQueued();
      if (stream?.readyState === EventSource.CLOSED) listen();
    }
    const isVisible = document.visibilityState === "visible";
    if (isVisible && performance.now() - Math.max(freshAt, triedAt) > refreshEvery) void refresh();
    tell();
  }, secondMilliseconds);

  document.documentElement.dataset.followed = "";
  document.addEventListener("submit", press);
  document.addEventListener("visibilitychange", wake);
  addEventListener("online", wake);
  addEventListener("offline", tell);
  listen();
  if (taps.length > 0) void sendQueued();
}
