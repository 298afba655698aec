import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Timeline } from '#ui/timeline.js';
import { END_BASIS_WORDS, headName, WORDS } from '../words.js';
import { Correctable, type HistoryProps, periodOf } from './histories.js';

/** Who headed the institution when; nothing where nobody is recorded. Names of office holders are public, so everyone sees them. */
export function Heads({ view, card, on, mayRecord }: HistoryProps): VNode | null {
  const { t, lang } = view;
  if (card.heads.length === 0) return null;
  return (
    <>
      <h2>{t(HEADS)}</h2>
      <Timeline
        lang={lang}
        on={on}
        entries={card.heads.map((row) => ({
          period: periodOf(row),
          title: headName(view, row),
          children: (
            <Correctable view={view} regNr={card.institution.regNr} mayRecord={mayRecord} history="head" rowId={row.id} about={headName(view, row)}>
              {[`${t(WORDS.basis)}: ${row.basis}`, row.endBasis && `${t(END_BASIS_WORDS.head)}: ${row.endBasis}`].filter(Boolean).join('; ')}
            </Correctable>
          ),
        }))}
      />
    </>
  );
}

const HEADS: Text = { lv: 'Vadītāji', en: 'Heads' };
