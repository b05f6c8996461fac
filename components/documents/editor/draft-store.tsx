import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import { type DraftPlace, draftPrefix, type StoredDraft } from "#lib/documents/editor/drafts";

// Where a browser has no IndexedDB, or refuses it in a private window, localStorage takes its place.
const databaseName = "watchbill-drafts";
let opened: UseStore | undefined;
const store = () => (opened ??= createStore(databaseName, "drafts"));

/** Keeps a draft in this browser. Throws when there is no room for it anywhere. */
export async function storeDraft(draft: StoredDraft): Promise<void> {
  await set(draft.key, draft, store()).catch(() =>
    localStorage.setItem(`${databaseName} ${draft.key}`, JSON.stringify(draft)),
  );
}

/** Lets go of a draft, wherever it is kept. */
export async function removeDraft(key: string): Promise<void> {
  await del(key, store()).catch(() => undefined);
  fromLocalStorage(() => localStorage.removeItem(`${databaseName} ${key}`));
}

/** All drafts that this browser keeps of one person of one document. */
export async function listDrafts(place: DraftPlace): Promise<StoredDraft[]> {
  const stored = await entries<string, StoredDraft>(store()).catch(() => []);
  const prefix = draftPrefix(place);
  return [...stored.map(([, draft]) => draft), ...draftsInLocalStorage()].filter(({ key }) => key.startsWith(prefix));
}

function draftsInLocalStorage(): StoredDraft[] {
  return (
    fromLocalStorage(() =>
      Object.entries(localStorage)
        .filter(([name]) => name.startsWith(`${databaseName} `))
        .map(([, text]) => JSON.parse(text)),
    ) ?? []
  );
}

function fromLocalStorage<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The present instant by the clock of this browser, ISO 8601: drafts are told apart by it, and nothing else. */
export const browserTime = () => new Date(performance.timeOrigin + performance.now()).toISOString();
