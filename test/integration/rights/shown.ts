/** A word of an answer and where it stands in it, as `.items[].id`. */
export interface Shown {
  readonly path: string;
  readonly word: string;
}

/** Every word that an answer shows, its streamed rows among them, and numbers of municipalities as `unit:<number>`. */
export async function* shownIn(value: unknown, path = '', key = ''): AsyncGenerator<Shown> {
  if (typeof value === 'string') yield { path, word: value };
  else if (typeof value === 'number' && /unitId$/i.test(key)) yield { path, word: `unit:${value}` };
  else if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return;
  else if (Symbol.asyncIterator in value) for await (const one of value as AsyncIterable<unknown>) yield* shownIn(one, `${path}[]`);
  else if (value instanceof Map) for (const [name, one] of value) yield* shownIn([name, one], `${path}{}`);
  else if (Symbol.iterator in value) for (const one of value as Iterable<unknown>) yield* shownIn(one, `${path}[]`, key);
  else for (const [name, one] of Object.entries(value)) yield* shownIn(one, `${path}.${name}`, name);
}
