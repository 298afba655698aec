import type { ReformChange } from '#modules/territories/public.js';

/** A change with the register it was made in. */
export type RegisterChange = ReformChange & { readonly participant: string };

/**
 * Holds what happens against what was foretold, row by row and without keeping the rows: a country's are tens of thousands.
 * Names are not compared: they are only shown.
 */
export class ForetoldChanges {
  readonly #waiting = new Set<string>();
  readonly #met = new Set<string>();
  readonly #unforeseen: string[] = [];

  foretell(change: RegisterChange): void {
    this.#waiting.add(wordsOf(change));
  }

  happened(change: RegisterChange): void {
    const words = wordsOf(change);
    if (this.#waiting.delete(words)) this.#met.add(words);
    else if (!this.#met.has(words)) this.#unforeseen.push(words);
  }

  /** How many changes were foretold. */
  get size(): number {
    return this.#waiting.size + this.#met.size;
  }

  /** What was foretold only, and what only happened; null when it was right to the last row. */
  get fault(): { readonly onlyForetold: number; readonly onlyHappened: number; readonly kinds: readonly string[] } | null {
    if (this.#waiting.size + this.#unforeseen.length === 0) return null;
    const kinds = new Set([...this.#waiting, ...this.#unforeseen].map(kindIn));
    return { onlyForetold: this.#waiting.size, onlyHappened: this.#unforeseen.length, kinds: [...kinds] };
  }
}

const wordsOf = ({ participant, kind, effect, key, unitId, before, after, count }: RegisterChange): string => JSON.stringify([participant, kind, effect, key, unitId, before, after, count]);

const kindIn = (words: string): string => (JSON.parse(words) as string[]).slice(0, 3).join('/');
