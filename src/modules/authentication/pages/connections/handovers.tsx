import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { OfferedRow } from '../../actions/handovers.js';
import { WORDS as PROGRAMME } from '../programme/words.js';
import { KIND_NAMES, WORDS } from './words.js';

export const HANDOVERS_PATH = '/sign-in-programme/handovers';

/** Connections of municipalities that ceased, waiting for a word of those that took their place. */
export function HandoversPage({ view, offered }: { view: View; offered: readonly OfferedRow[] }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.handovers)} width="work" breadcrumbs={[{ text: PROGRAMME.title, href: '/sign-in-programme' }, { text: WORDS.handovers }]}>
      <h1>{t(WORDS.handovers)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={WORDS.handovers}
        captionHidden
        rows={offered}
        rowKey={(one) => one.id}
        empty={{ title: NONE }}
        columns={[
          { key: 'title', header: WORDS.title, rowHeader: true, cell: (one) => <a href={`${HANDOVERS_PATH}/${one.id}`}>{one.title}</a> },
          { key: 'kind', header: WORDS.kind, cell: (one) => t(KIND_NAMES[one.kind]) },
          { key: 'from', header: FROM, cell: (one) => one.fromName },
          { key: 'to', header: TO, cell: (one) => one.toName },
          { key: 'closed', header: CLOSED, cell: (one) => (one.closedAt ? instant(one.closedAt) : '–') },
        ]}
      />
    </Page>
  );
}

/** Stands above the form by which a connection is taken over. */
export const HandoverNotice = ({ view, offered }: { view: View; offered: OfferedRow }): VNode => (
  <Notice lang={view.lang} title={{ lv: `Pašvaldības “${offered.fromName}” savienojums, ko pārņem “${offered.toName}”`, en: `Connection of “${offered.fromName}”, taken over by “${offered.toName}”` }}>
    <p>{view.t(WHAT)}</p>
  </Notice>
);

const LEAD: Text = {
  lv: 'Pašvaldība, kuras konti tie bija, reformā beidza pastāvēt, un savienojumi tajā dienā tika slēgti. Ar tiem neviens nepierakstās, līdz tos pārņem.',
  en: 'The municipality whose accounts these were ended in a reform, and the connections were closed that day. Nobody signs in by them until they are taken over.',
};
const NONE: Text = { lv: 'Pārņemamu savienojumu nav.', en: 'There are no connections to take over.' };
const FROM: Text = { lv: 'No', en: 'From' };
const TO: Text = { lv: 'Pārņem', en: 'Taken over by' };
const CLOSED: Text = { lv: 'Slēgts', en: 'Closed' };
const WHAT: Text = {
  lv: 'Pārbaudiet iestatījumus un ierakstiet noslēpumus no jauna: slēdzot tie tika izdzēsti. Pēc tam ar šiem kontiem atkal varēs pierakstīties tie, kas jau bija tos saistījuši un tagad strādā jūsu pašvaldībā.',
  en: 'Check the settings and enter the secrets anew: they were erased when it closed. Then whoever had linked these accounts and now works for your municipality can sign in by them again.',
};
