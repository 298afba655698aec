import type { Words } from '../words.js';

/** One of the values a person can choose. */
export interface Option {
  readonly value: string;
  readonly label: Words;
  /** Options in a row of the same group stand under its name. */
  readonly group?: Words | undefined;
  readonly hint?: Words | undefined;
}
