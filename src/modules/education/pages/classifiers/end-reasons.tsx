import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { EndReasonRow } from '../../actions/show-classifiers.js';
import { ClassifierPage, Source } from './frame.js';
import { named, WORDS } from './words.js';

/** Each reason with what it means and an example: schools had understood them differently. */
export function EndReasonsPage({ view, reasons }: { view: View; reasons: readonly EndReasonRow[] }): VNode {
  const { t, lang } = view;
  const name = (one: EndReasonRow) => t(named(one));
  return (
    <ClassifierPage view={view} tab="/education/end-reasons" lead={LEAD}>
      <DataTable
        lang={lang}
        caption={WORDS.endReasons}
        captionHidden
        rows={reasons}
        rowKey={(one) => one.code}
        columns={[
          {
            key: 'name',
            header: REASON,
            rowHeader: true,
            cell: (one) => (
              <>
                {one.parent !== null ? `– ${name(one)}` : name(one)} {one.needsComment && <StatusTag>{t(COMMENT)}</StatusTag>}
              </>
            ),
          },
          { key: 'definition', header: DEFINITION, cell: (one) => (lang === 'lv' ? one.definitionLv : one.definitionEn) },
          { key: 'example', header: EXAMPLE, cell: (one) => (lang === 'lv' ? one.exampleLv : one.exampleEn) },
          { key: 'choice', header: CHOOSING, cell: (one) => t(one.isGroup ? GROUP : CHOSEN) },
          { key: 'code', header: WORDS.code, cell: (one) => <Source view={view} source={one.code} verified={one.verified} /> },
        ]}
      />
    </ClassifierPage>
  );
}

const LEAD: Text = {
  lv: 'Ar vienu no šiem iemesliem beidzas izglītojamā piederība iestādei. VIIS statusu saraksts nav publicēts, tāpēc šis ir sastādīts pēc kvalitātes dienesta pārskatiem un vēl jāsalīdzina.',
  en: 'A learner’s membership ends for one of these reasons. The list of VIIS is not published: this one was put together from reports of the quality service and is still to be compared.',
};
const REASON: Text = { lv: 'Iemesls', en: 'Reason' };
const DEFINITION: Text = { lv: 'Ko tas nozīmē', en: 'What it means' };
const EXAMPLE: Text = { lv: 'Piemērs', en: 'Example' };
const CHOOSING: Text = { lv: 'Izvēle', en: 'Choice' };
const GROUP: Text = { lv: 'grupa; jāizvēlas apakšiemesls', en: 'a group; a sub-reason is chosen' };
const CHOSEN: Text = { lv: 'izvēlas to pašu', en: 'chosen itself' };
const COMMENT: Text = { lv: 'vajag komentāru', en: 'needs a comment' };
