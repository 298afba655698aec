import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import type { OutboxMail } from '#platform/mail/outbox.js';
import { Details } from '#ui/details.js';
import { EmptyState } from '#ui/empty-state.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { PageOf } from '../../domain/page-of.js';
import { Older } from '../older.js';

/** What users would have got by mail; only where all data are made up. */
export const MailPage = ({ view, mail: { rows, next } }: { view: View; mail: PageOf<OutboxMail> }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.title)}>
    <h1>{view.t(WORDS.title)}</h1>
    <Lead>{view.t(WORDS.lead)}</Lead>
    {rows.length === 0 && <EmptyState lang={view.lang} title={WORDS.none} />}
    {rows.map((one) => (
      <Details key={one.id} summary={`${instant(one.queuedAt)} · ${one.toAddress} · ${one.subject}`}>
        <SummaryList
          lang={view.lang}
          items={[
            { key: WORDS.state, value: [view.t(STATES[one.state]), one.failure && `(${one.failure})`].filter(Boolean).join(' ') },
            { key: WORDS.attempts, value: one.attempts },
          ]}
        />
        {one.body.split('\n').map((line, at) => (
          <p key={at}>{line}</p>
        ))}
      </Details>
    ))}
    <Older view={view} by="before" next={next} />
  </Page>
);

const STATES: Readonly<Record<OutboxMail['state'], Text>> = {
  queued: { lv: 'gaida sūtīšanu', en: 'waits to be sent' },
  sent: { lv: 'nosūtīta', en: 'sent' },
  kept: { lv: 'palika šeit, nesūta', en: 'kept here, not sent' },
  failed: { lv: 'neizdevās nosūtīt', en: 'could not be sent' },
};

const WORDS = {
  title: { lv: 'Izstrādes pastkaste', en: 'Development mailbox' },
  lead: { lv: 'Vēstules, ko programma sūtītu lietotājiem. Šīs lapas ekspluatācijā nav.', en: 'Mail the program would send to its users. This page does not exist in production.' },
  none: { lv: 'Vēstuļu vēl nav', en: 'There is no mail yet' },
  state: { lv: 'Stāvoklis', en: 'State' },
  attempts: { lv: 'Mēģinājumi', en: 'Attempts' },
} as const satisfies Record<string, Text>;
