import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from '../words.js';

/** Fields that belong together, such as an address. */
export const Fieldset = ({ lang, legend, hint, children }: { lang: Lang; legend: Words; hint?: Words | undefined; children: Children }): VNode => (
  <fieldset class="fieldset">
    <legend>{wordsIn(lang, legend)}</legend>
    {hint !== undefined && <p class="hint">{wordsIn(lang, hint)}</p>}
    {children}
  </fieldset>
);
