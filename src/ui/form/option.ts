import type { Words } from '../words.js';

/** One of the values a person can choose. */
export interface Option {
  readonly value: string;
  readonly label: Words;
  readonly hint?: Words | undefined;
}
