import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ListedJournal } from '../../actions/keep-journals.js';
import { JournalTag, W } from '../intake-words.js';

export function JournalsPage({ view, journals }: { view: View; journals: readonly ListedJournal[] }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.journals)} width="work">
      <h1>{t(W.journals)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <ButtonRow>
        <ButtonLink href="/intake/journals/new">{t(REGISTER)}</ButtonLink>
        <ButtonLink href="/intake/addresses" variant="secondary">{t(W.addresses)}</ButtonLink>
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={W.journals}
        captionHidden
        rows={journals}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'name', header: W.journal, rowHeader: true, cell: (one) => <a href={`/intake/journals/${one.code}`}>{one.name}</a> },
          { key: 'vendor', header: W.vendor, cell: (one) => one.vendor },
          { key: 'state', header: W.state, cell: (one) => <JournalTag view={view} state={one.state} /> },
          { key: 'schools', header: CONFIRMED_BY, number: true, cell: (one) => number(one.schools, lang) },
          { key: 'last', header: LAST_CALL, cell: (one) => (one.lastCallAt ? instant(one.lastCallAt) : t(NEVER)) },
          { key: 'old', header: OLD_CALLS, number: true, cell: (one) => number(one.oldCalls, lang) },
        ]}
      />
    </Page>
  );
}

export const REGISTER: Text = { lv: 'Reģistrēt e-žurnālu', en: 'Register an e-journal' };
const LEAD: Text = { lv: 'Kuri e-žurnāli drīkst sūtīt datus, kā vārdā tie to dara un kam zvanīt, ja kas neiet.', en: 'Which e-journals may send data, in whose name, and whom to call when something fails.' };
const NONE: Text = { lv: 'Neviens e-žurnāls vēl nav reģistrēts.', en: 'No e-journal has been registered yet.' };
const NONE_HINT: Text = { lv: 'Reģistrējiet pirmo; pēc tam iestāžu vadītāji to var apstiprināt savai iestādei.', en: 'Register the first one; heads of institutions can then confirm it for theirs.' };
const CONFIRMED_BY: Text = { lv: 'Iestādes', en: 'Institutions' };
const LAST_CALL: Text = { lv: 'Pēdējais izsaukums', en: 'Last call' };
const NEVER: Text = { lv: 'vēl nekad', en: 'never yet' };
const OLD_CALLS: Text = { lv: 'Uz vecām adresēm 30 dienās', en: 'To old addresses in 30 days' };
