import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ShownEntry } from '../../actions/entry-facts.js';
import { WHY_WORDS } from '../../domain/outcomes.js';
import { TOTAL } from '../results/sitting.js';
import { RESULTS } from '../sitting/tabs.js';
import { SITTINGS } from '../sittings/page.js';
import { perCent } from '../words.js';

/** The result of a candidate in all its versions; a correction adds one. */
export function Versions({ view, shown: { versions, entry, mayCorrect, mayAppeal, marks } }: { view: View; shown: ShownEntry }): VNode | null {
  const { t, lang } = view;
  if (versions === null) return null;
  const took = marks.some(({ mark }) => mark === 'present' || mark === 'partial');
  return (
    <>
      <h2>{t(RESULTS)}</h2>
      <DataTable
        lang={lang}
        caption={RESULTS}
        captionHidden
        rows={versions}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: took ? WAITS : NOT_TAKEN }}
        columns={[
          { key: 'version', header: VERSION, rowHeader: true, cell: (one) => String(one.version) },
          { key: 'total', header: TOTAL, number: true, cell: (one) => <strong>{perCent(one.total, lang)}</strong> },
          { key: 'parts', header: PARTS, cell: (one) => one.parts.map((part) => `${part.number}. ${part.perCent === null ? t(EXEMPT) : perCent(part.perCent, lang)}`).join('; ') },
          { key: 'why', header: WHY, cell: (one) => <>{t(WHY_WORDS[one.why])}{one.decision && <>: <span lang="lv">{one.decision}</span></>}</> },
          { key: 'at', header: AT, cell: (one) => instant(one.recordedAt) },
          { key: 'state', header: HOLDS, cell: (one) => (one.supersededAt ? <StatusTag tone="ended">{t(UNTIL)} {instant(one.supersededAt)}</StatusTag> : <StatusTag tone="success">{t(YES)}</StatusTag>) },
        ]}
      />
      <ButtonRow>
        {mayCorrect && took && <ButtonLink href={`${SITTINGS}/entries/${entry.id}/result`} variant="secondary">{t(CORRECT)}</ButtonLink>}
        {mayAppeal && <ButtonLink href={`${SITTINGS}/entries/${entry.id}/appeal`} variant="secondary">{t(REGISTER_APPEAL)}</ButtonLink>}
      </ButtonRow>
    </>
  );
}

const NONE: Text = { lv: 'Rezultāta nav', en: 'There is no result' };
const WAITS: Text = { lv: 'Tas rodas, kad visas daļas ir novērtētas un rezultāti aprēķināti.', en: 'There is one when all parts are assessed and the results counted.' };
const NOT_TAKEN: Text = { lv: 'Kārtotājs nav piedalījies nevienā daļā.', en: 'The candidate took no part.' };
const VERSION: Text = { lv: 'Versija', en: 'Version' };
const PARTS: Text = { lv: 'Daļas', en: 'Parts' };
const EXEMPT: Text = { lv: 'atbrīvots', en: 'exempt' };
const WHY: Text = { lv: 'Kāpēc', en: 'Why' };
const AT: Text = { lv: 'Kad', en: 'When' };
const HOLDS: Text = { lv: 'Spēkā', en: 'Holds' };
const UNTIL: Text = { lv: 'līdz', en: 'until' };
const YES: Text = { lv: 'jā', en: 'yes' };
export const REGISTER_APPEAL: Text = { lv: 'Reģistrēt apelāciju', en: 'Register an appeal' };
export const CORRECT: Text = { lv: 'Labot punktus pēc lēmuma', en: 'Correct points by a decision' };
