import type { VNode } from 'preact';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { CardEntry } from '../../domain/card-entry.js';
import { HISTORY_WORDS } from '../../texts.js';
import { ADDRESS_KIND_WORDS, FOUNDER_ROLE_WORDS, headName, PROGRAMME_WORDS } from '../words.js';

/** What an entry says now, as a heading over what is to become of it. */
export function EntryWords({ view, entry }: { view: View; entry: CardEntry }): VNode {
  const period = readablePeriod({ from: entry.row.validFrom, to: entry.row.validTo }, view.lang);
  return (
    <SummaryList
      lang={view.lang}
      items={[
        { key: headOf(entry), value: wordsOf(view, entry) },
        { key: PERIOD, value: period },
      ]}
    />
  );
}

/** What kind of entry it is. */
export const headOf = ({ history, row }: CardEntry): Text => {
  switch (history) {
    case 'founder':
      return FOUNDER_ROLE_WORDS[row.role];
    case 'address':
      return ADDRESS_KIND_WORDS[row.kind];
    default:
      return HISTORY_WORDS[history];
  }
};

/** What an entry says, in one line. */
export function wordsOf(view: View, { history, row }: CardEntry): string {
  switch (history) {
    case 'name':
      return row.name;
    case 'standing':
      return (['type', 'legalStatus', 'subordination'] as const).map((which) => row.words[which][view.lang === 'lv' ? 0 : 1]).join(', ');
    case 'founder':
      return `${row.name} (${row.basis})`;
    case 'address':
      return placeWords(row);
    case 'delivery_place':
      return [view.t(PROGRAMME_WORDS[row.programme]), row.name, placeWords(row)].filter(Boolean).join(', ');
    case 'gymnasium_title':
      return [row.basis, row.endBasis].filter(Boolean).join('; ');
    case 'accreditation':
      return row.pageNr;
    case 'head':
      return `${headName(view, row)} (${[row.basis, row.endBasis].filter(Boolean).join('; ')})`;
  }
}

const placeWords = ({ street, part, unit }: { readonly street: string; readonly part: string; readonly unit: string }): string => [street, part, unit].filter(Boolean).join(', ');

const PERIOD: Text = { lv: 'Periods', en: 'Period' };
