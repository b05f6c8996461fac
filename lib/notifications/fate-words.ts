type Fate = {
  status: "waiting" | "sending" | "sent" | "failed" | "dropped";
  failure: string | null;
  isShownHere?: boolean;
};

/** What became of a message, in a few words; its time is to follow where it waits or went out. */
export function fateWords({ status, failure, isShownHere }: Fate): {
  words: string;
  tone: "ok" | "bad" | "soft" | "warn";
} {
  switch (status) {
    case "waiting":
      return failure
        ? { words: `did not get through yet: ${failure} Tried again at`, tone: "warn" }
        : { words: "waits until", tone: "soft" };
    case "sending":
      return { words: "is on its way", tone: "soft" };
    case "sent":
      return { words: isShownHere ? "shown on screen only" : "went out at", tone: isShownHere ? "soft" : "ok" };
    case "failed":
      return { words: `did not arrive: ${failure ?? "nobody knows why"}`, tone: "bad" };
    case "dropped":
      return { words: "not needed any more", tone: "soft" };
  }
}
