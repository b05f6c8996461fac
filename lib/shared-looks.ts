/**
 * Lets those who ask for the same thing at the same time share one look at it. Whoever asks while a look is under way
 * gets the next one, so nobody hears what was so only before they asked.
 */
export function sharingLooks<Key, Found>(look: (key: Key) => Promise<Found>): (key: Key) => Promise<Found> {
  type Look = { isOver: Promise<unknown>; next: Promise<Found> | undefined };
  const underWay = new Map<Key, Look>();

  function begin(key: Key): Promise<Found> {
    const found = look(key);
    const mine: Look = { isOver: found.catch(() => undefined), next: undefined };
    underWay.set(key, mine);
    void mine.isOver.then(() => mine.next === undefined && underWay.delete(key));
    return found;
  }

  return (key) => {
    const present = underWay.get(key);
    if (!present) return begin(key);
    present.next ??= present.isOver.then(() => begin(key));
    return present.next;
  };
}
