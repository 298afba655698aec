import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { OwnData } from '../../actions/view-own-data.js';
import { datedFor, Histories, nameOf, Summary } from '../card-sections.js';
import { GUARDIANSHIP_WORDS, WORDS } from '../words.js';

export const OwnPage = ({ view, own: { card, wards } }: { view: View; own: OwnData }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.myData)}>
    <h1>{nameOf(card)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    <ButtonRow>
      <ButtonLink href="/me/looks" variant="secondary">{view.t(WORDS.looks)}</ButtonLink>
    </ButtonRow>
    <Summary view={view} card={card} />
    <Histories view={view} card={card} />
    {card.guardianships.some((row) => !datedFor(card.person.id)(row)) && (
      <Notice lang={view.lang} title={PROTECTED}>
        <p>{view.t(PROTECTED_WHY)}</p>
      </Notice>
    )}
    {wards.length > 0 && (
      <DataTable
        lang={view.lang}
        caption={CHILDREN}
        rows={wards}
        rowKey={(ward) => ward.id}
        columns={[
          { key: 'name', header: WORDS.name, rowHeader: true, cell: (ward) => `${ward.given} ${ward.family}` },
          { key: 'bornOn', header: WORDS.bornOn, cell: (ward) => readableDay(ward.bornOn) },
          { key: 'kind', header: YOUR_PART, cell: (ward) => view.t(GUARDIANSHIP_WORDS[ward.kind]) },
          { key: 'looks', header: LOOKS, cell: (ward) => <a href={`/me/looks?person=${ward.id}`}>{view.t(WORDS.show)}</a> },
        ]}
      />
    )}
  </Page>
);

const LEAD: Text = { lv: 'Dati, ko par jums glabā personu reģistrs.', en: 'What the register of persons holds about you.' };
const CHILDREN: Text = { lv: 'Bērni, kurus jūs pārstāvat', en: 'Children for whom you act' };
const PROTECTED: Text = { lv: 'Bērns, kura dati ir aizsargāti', en: 'A child whose data are protected' };
const PROTECTED_WHY: Text = {
  lv: 'Aizsargāta bērna vārdu, dienas un to, kas viņa datus skatījies, šeit nerāda nevienam, arī vecākiem; tāpēc viņa nav zemāk esošajā tabulā.',
  en: 'The name and days of a protected child, and who looked at the data, are shown here to nobody, parents included; so the child is not in the table below.',
};
const YOUR_PART: Text = { lv: 'Jūs esat', en: 'You are' };
const LOOKS: Text = { lv: 'Kas skatījies bērna datus', en: 'Who looked at the child’s data' };
