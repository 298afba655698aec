import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { CODES } from '../domain/codes.js';

/** A code with what it means beside it: nobody knows VI-101 by heart. */
export function CodeWords({ lang, code }: { lang: Lang; code: string }): VNode {
  const known = CODES.get(code);
  return (
    <>
      {code}
      {known && <div class="hint">{known.cause[lang]}</div>}
    </>
  );
}
