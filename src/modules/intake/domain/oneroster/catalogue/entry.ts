import type { Text } from '#kernel/text.js';

/** What a code of a finding means, the same for every file it is found in. */
export interface Entry {
  /** An error makes the package unfit to be taken in; a warning does not. */
  readonly severity: 'error' | 'warning';
  readonly what: Text;
  readonly todo: Text;
  /** What should stand there, where the finding itself does not say it. */
  readonly expects?: Text;
}

export const error = (what: Text, todo: Text, expects?: Text): Entry => ({ severity: 'error', what, todo, ...(expects && { expects }) });
export const warning = (what: Text, todo: Text, expects?: Text): Entry => ({ severity: 'warning', what, todo, ...(expects && { expects }) });
