import type { VNode } from 'preact';
import type { Lang, Text } from '#kernel/text.js';
import type { GridCell, GridRow } from '../../actions/view-grid.js';

/** What cells that look otherwise mean, of those that this grid has; the look is only a sample, the words say it all. */
export function CellLegend({ lang, rows }: { lang: Lang; rows: readonly GridRow[] }): VNode | null {
  const found = new Set(rows.flatMap(({ cells }) => cells.map(({ locked }) => locked)));
  const kinds = KINDS.filter(({ locked }) => found.has(locked));
  if (kinds.length === 0) return null;
  return (
    <ul class="grid-legend">
      {kinds.map(({ locked, words }) => (
        <li key={locked}>
          <span class={locked === 'entered' ? 'grid-sample' : 'grid-sample grid-sample-hatched'} aria-hidden="true" /> {words[lang]}
        </li>
      ))}
    </ul>
  );
}

const KINDS: readonly { readonly locked: GridCell['locked']; readonly words: Text }[] = [
  {
    locked: 'entered',
    words: { lv: 'Pelēka šūna: vērtību ievadījis cits; to labo tikai skolas lietvedība.', en: 'A grey cell: somebody else entered the value; only the school’s office corrects it.' },
  },
  {
    locked: 'not-there',
    words: { lv: 'Svītrota šūna: izglītojamais šajā periodā vērtējuma dienā nebija šajā klasē, rakstīt nevar.', en: 'A hatched cell: the learner was not in this class on the day that counts for the period; nothing can be written.' },
  },
  { locked: 'not-open', words: { lv: 'Svītrota šūna: ievade šim periodam nav atvērta.', en: 'A hatched cell: entry for the period is not open.' } },
];
