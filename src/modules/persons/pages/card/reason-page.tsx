import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from '../words.js';
import { ReasonForm } from './reason-form.js';

/** Asks why before a card is opened, and says nothing of the person. */
export const ReasonPage = ({ view, attempt }: { view: View; attempt: Attempt }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.card)} breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, { text: WORDS.card }]}>
    <ErrorSummary lang={view.lang} errors={attempt.errors} />
    <h1>{view.t(WORDS.card)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <ReasonForm view={view} attempt={attempt} action={view.path} />
  </Page>
);

const LEAD: Text = { lv: 'Kartīte atveras, kad norādīts iemesls.', en: 'The card opens once a reason is given.' };
