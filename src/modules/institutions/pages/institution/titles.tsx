import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Timeline } from '#ui/timeline.js';
import { HISTORY_WORDS } from '../../texts.js';
import { WORDS } from '../words.js';
import { Correctable, type HistoryProps, periodOf } from './histories.js';

/** The times in which the school was a state gymnasium, and its accreditation pages; nothing where there were none. */
export function Titles({ view, card, on, mayRecord }: HistoryProps): VNode | null {
  const { t, lang } = view;
  const { gymnasium, accreditations, institution } = card;
  const correctable = { view, regNr: institution.regNr, mayRecord };
  return (
    <>
      {gymnasium.length > 0 && <h2>{t(HISTORY_WORDS.gymnasium_title)}</h2>}
      {gymnasium.length > 0 && (
        <Timeline
          lang={lang}
          on={on}
          entries={gymnasium.map((row) => ({
            period: periodOf(row),
            title: row.basis,
            children: (
              <Correctable {...correctable} history="gymnasium_title" rowId={row.id} about={row.basis}>
                {row.endBasis && `${t(WITHDRAWN)}: ${row.endBasis}`}
              </Correctable>
            ),
          }))}
        />
      )}
      {accreditations.length > 0 && <h2>{t(WORDS.accreditation)}</h2>}
      {accreditations.length > 0 && (
        <Timeline
          lang={lang}
          on={on}
          entries={accreditations.map((row) => ({
            period: periodOf(row),
            title: `${t(HISTORY_WORDS.accreditation)} ${row.pageNr}`,
            children: <Correctable {...correctable} history="accreditation" rowId={row.id} about={row.pageNr} />,
          }))}
        />
      )}
    </>
  );
}

const WITHDRAWN: Text = { lv: 'Statuss atņemts', en: 'Withdrawn' };
