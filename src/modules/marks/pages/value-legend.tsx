import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { Meaning } from '../actions/meanings.js';

/** What the letters among the values mean, each once; numbers speak for themselves. */
export function ValueLegend({ lang, meanings }: { lang: Lang; meanings: readonly Meaning[] }): VNode | null {
  const names = new Map(meanings.map(({ value, name }) => [value, name]));
  if (names.size === 0) return null;
  return <p class="hint">{`${LEGEND[lang]}: ${[...names].map(([value, name]) => `${value} – ${name[lang]}`).join('; ')}`}</p>;
}

const LEGEND: Text = { lv: 'Apzīmējumi', en: 'What the letters mean' };
