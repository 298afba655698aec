import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { number, percent } from './format.js';
import { type Words, wordsIn } from './words.js';

export interface ProgressProps {
  readonly lang: Lang;
  readonly label: Words;
  readonly done: number;
  readonly total: number;
  /** What is being done, in place of "12 of 40". */
  readonly words?: Words | undefined;
}

/** How far long work has come. The page can be left; with `refreshSeconds` of `Page` it shows itself anew. */
export const Progress = ({ lang, label, done, total, words }: ProgressProps): VNode => {
  const named = wordsIn(lang, label);
  const ratio = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div class="progress">
      <p class="progress-words">
        <strong>{named}</strong>{' '}
        <span>{percent(ratio, lang)}</span>
      </p>
      <progress max={1} value={ratio} aria-label={named} />
      <p class="hint">{words === undefined ? `${number(done, lang)} ${lang === 'lv' ? 'no' : 'of'} ${number(total, lang)}` : wordsIn(lang, words)}</p>
    </div>
  );
};
