import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { RightOf, RightsTrouble } from '../../actions/show-troubles.js';
import { CAUSE_WORDS, W } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';

/** VI-103: of each e-journal which of the three causes it is, and who mends it. */
export function RightsPage({ view, trouble: { school, journals, refused } }: { view: View; trouble: RightsTrouble }): VNode {
  const { lang, t } = view;
  return (
    <SchoolFrame view={view} school={school} side="rights" title={TITLE}>
      <Lead>{t(LEAD)}</Lead>
      <h2>{t(TODAY)}</h2>
      <DataTable
        lang={lang}
        caption={TODAY}
        captionHidden
        rows={journals}
        rowKey={(one) => one.journal.code}
        empty={{ title: NO_JOURNALS }}
        columns={[
          { key: 'journal', header: W.journal, rowHeader: true, cell: (one) => `${one.journal.name} (${one.journal.vendor})` },
          { key: 'state', header: W.state, cell: (one) => (one.cause === null ? <StatusTag tone="success">{t(MAY)}</StatusTag> : <StatusTag tone={CAUSE_WORDS[one.cause].tone}>{t(CAUSE_WORDS[one.cause].short)}</StatusTag>) },
          { key: 'what', header: CAUSE, cell: (one) => <What view={view} right={one} /> },
          { key: 'who', header: WHO, cell: (one) => (one.cause === null ? '–' : t(CAUSE_WORDS[one.cause].mend)) },
          {
            key: 'call',
            header: W.contacts,
            cell: (one) => one.contacts.map((contact) => <div key={contact.id}>{`${contact.name}, `}<a href={`mailto:${contact.email}`}>{contact.email}</a></div>),
          },
        ]}
      />
      <p>
        <a href={`/intake/schools/${school.regNr}`}>{t(TO_SCHOOL)}</a>
      </p>
      <h2>{t(REFUSED)}</h2>
      <DataTable
        lang={lang}
        caption={REFUSED}
        captionHidden
        rows={refused}
        rowKey={(one) => `${one.userId} ${one.cause}`}
        empty={{ title: NOTHING_REFUSED }}
        columns={[
          { key: 'who', header: W.journal, rowHeader: true, cell: (one) => one.journal ?? one.sender },
          { key: 'cause', header: CAUSE, cell: (one) => t(CAUSE_WORDS[one.cause].what) },
          { key: 'calls', header: TIMES, number: true, cell: (one) => number(one.calls, lang) },
          { key: 'last', header: LAST, cell: (one) => instant(one.lastAt) },
        ]}
      />
    </SchoolFrame>
  );
}

function What({ view, right: { journal, cause, binding } }: { view: View; right: RightOf }): VNode {
  if (cause === null) return <>{binding && `${view.t(W.since)} ${readableDay(binding.validFrom)}`}</>;
  const more = cause === 'journal' ? journal.reason : cause === 'period' && binding ? `${readableDay(binding.validFrom)} – ${binding.validTo ? readableDay(addDays(binding.validTo, -1)) : '…'}` : '';
  return (
    <>
      {view.t(CAUSE_WORDS[cause].what)}
      {more && <p class="hint">{more}</p>}
    </>
  );
}

const TITLE: Text = { lv: '“Nav tiesību saņemt datus par iestādi”', en: '“No right for this institution”' };
const LEAD: Text = { lv: 'Pārbauda pēc kārtas: vai pats e-žurnāls drīkst sūtīt, vai iestāde to apstiprinājusi, un vai apstiprinājums ir spēkā šodien.', en: 'Looked at in turn: whether the e-journal itself may send, whether the institution confirmed it, and whether that holds today.' };
const TODAY: Text = { lv: 'Kā ir šodien', en: 'How it stands today' };
const NO_JOURNALS: Text = { lv: 'Neviens e-žurnāls nav reģistrēts.', en: 'No e-journal has been registered.' };
const MAY: Text = { lv: 'drīkst sūtīt', en: 'may send' };
const CAUSE: Text = { lv: 'Iemesls', en: 'Cause' };
const WHO: Text = { lv: 'Kas novērš', en: 'Who mends it' };
const TO_SCHOOL: Text = { lv: 'Apstiprināt vai izbeigt e-žurnālu', en: 'Confirm or end an e-journal' };
const REFUSED: Text = { lv: 'Kas 30 dienās atteikts', en: 'What was turned away in 30 days' };
const NOTHING_REFUSED: Text = { lv: 'Neviena pakete nav atteikta tiesību trūkuma dēļ.', en: 'No batch was turned away for a missing right.' };
const TIMES: Text = { lv: 'Reizes', en: 'Times' };
const LAST: Text = { lv: 'Pēdējā reize', en: 'Last time' };
