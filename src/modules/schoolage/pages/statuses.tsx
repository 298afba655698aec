import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { StatusRow } from '../actions/board.js';
import { GROUP_WORDS } from '../domain/words.js';
import { SidePage } from './frame.js';
import { W } from './words.js';

/** The classifier, so that one word means the same everywhere. */
export const StatusesPage = ({ view, kinds }: { view: View; kinds: readonly StatusRow[] }): VNode => {
  const { lang, t } = view;
  return (
    <SidePage view={view} title={W.statuses}>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={W.statuses}
        captionHidden
        rows={kinds}
        rowKey={({ code }) => code}
        columns={[
          { key: 'group', header: GROUP, cell: ({ groupCode }) => t(GROUP_WORDS[groupCode]) },
          { key: 'name', header: W.status, rowHeader: true, cell: (kind) => (lang === 'lv' ? kind.nameLv : kind.nameEn) },
          { key: 'definition', header: DEFINITION, cell: (kind) => (lang === 'lv' ? kind.definitionLv : kind.definitionEn) },
          { key: 'explains', header: EFFECT, cell: ({ explains }) => t(explains ? CLOSES : STAYS_OPEN) },
          { key: 'source', header: SOURCE, cell: ({ source }) => source },
        ]}
      />
    </SidePage>
  );
};

const LEAD: Text = { lv: 'Vienādi statusi visām pašvaldībām. Definīcijas pieņemtas pēc publicētiem pārskatiem; jāsalīdzina ar aktu.', en: 'The same statuses for all municipalities. The definitions are assumed from published reports and must be compared with the act.' };
const GROUP: Text = { lv: 'Grupa', en: 'Group' };
const DEFINITION: Text = { lv: 'Definīcija', en: 'Definition' };
const EFFECT: Text = { lv: 'Gadījums', en: 'Inquiry' };
const CLOSES: Text = { lv: 'slēdzas līdz nākamajai pārbaudei', en: 'closes until its next check' };
const STAYS_OPEN: Text = { lv: 'paliek atvērts', en: 'stays open' };
const SOURCE: Text = { lv: 'Avots', en: 'Source' };
