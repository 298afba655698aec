/** Asks once for each different word. */
export function once<Found>(ask: (word: string) => Found): (word: string) => Found {
  const known = new Map<string, Found>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined || known.has(word)) return before as Found;
    const found = ask(word);
    known.set(word, found);
    return found;
  };
}

/** The map within a map, made when it is first asked for. Several keys in a row are found quicker than one that has to be put together. */
export function within<Key, Inner, Found>(maps: Map<Key, Map<Inner, Found>>, key: Key): Map<Inner, Found> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<Inner, Found>();
  maps.set(key, made);
  return made;
}
