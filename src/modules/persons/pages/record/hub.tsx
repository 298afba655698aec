import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Page } from '#ui/page.js';
import { custom } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { openRecordForm, type RecordForm } from '../../actions/open-forms.js';
import { nameOf } from '../card-sections.js';
import { openKeptCard } from '../card/kept-card.js';
import { ReasonForm } from '../card/reason-form.js';
import { WORDS } from '../words.js';
import { RecordLinks } from './links.js';

const RecordsPage = ({ view, form: { card, may } }: { view: View; form: RecordForm }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.records)} breadcrumbs={[{ text: WORDS.persons, href: '/persons' }, { text: WORDS.records }]}>
    <h1>{`${view.t(WORDS.records)}: ${nameOf(card)}`}</h1>
    <RecordLinks view={view} card={card} may={may} />
    <section>
      <h2>{view.t(WORDS.card)}</h2>
      <p>{view.t(CARD_ABOUT)}</p>
      <ReasonForm view={view} attempt={{ values: {}, errors: [] }} action={`/persons/${card.person.id}/card`} />
    </section>
  </Page>
);

/** Where one comes after recording: back to the card while its reason is kept, else on to the next entry or to the card. */
export const recordsRoute = custom({
  method: 'GET',
  path: '/persons/:id/record',
  handle: async (request, reply, at) => (await openKeptCard(request, reply, at)) ?? at.send(<RecordsPage view={at.view} form={await at.perform(openRecordForm, at.raw)} />),
});


const CARD_ABOUT: Text = { lv: 'Kartītē redzami visi ieraksti un var labot kļūdainos.', en: 'The card shows all entries; wrong ones are corrected from there.' };
