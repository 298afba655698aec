import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import type { View } from '#web/view.js';
import type { CameOfMatch, Match } from '../../actions/open-match.js';
import { wordsOf } from '../batches/page.js';
import { rowsInWords } from '../intake-words.js';

const sum = (came: readonly CameOfMatch[]): number => came.reduce((all, { rows }) => all + rows, 0);
const isTaken = ({ code }: CameOfMatch): boolean => code === null;

/** What became of all rows that waited for a match: none of them goes away unsaid. */
export function CameNotice({ view, match }: { view: View; match: Match }): VNode | null {
  const { lang, t } = view;
  const left = match.came.filter((one) => !isTaken(one));
  if (left.length === 0) return null;
  const counts = { taken: number(sum(match.came.filter(isTaken)), lang), left: number(sum(left), lang), codes: [...new Set(left.map(({ code }) => code))].join(', ') };
  return (
    <Notice lang={lang} tone="warning" title={fill(CAME, counts)}>
      <ul>
        {left.map(({ batchId, receivedAt, code, state, rows }) => (
          <li key={`${batchId} ${code}`}>
            <a href={`/intake/batches/${batchId}/answers?code=${code}`}>{`${code}, ${rowsInWords(rows, view)}${state === 'waiting' ? ` (${t(STILL)})` : ''}, ${t(SENT)} ${instant(receivedAt)}`}</a>
            {`: ${wordsOf(view, code ?? '', state ?? '').cause}`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const CAME: Text = { lv: 'Gaidījušās rindas: pieņemtas {taken}, nav pieņemtas {left} ({codes})', en: 'Rows that waited: taken {taken}, not taken {left} ({codes})' };
const STILL: Text = { lv: 'gaida vēl', en: 'still waiting' };
const SENT: Text = { lv: 'sūtītas', en: 'sent' };
