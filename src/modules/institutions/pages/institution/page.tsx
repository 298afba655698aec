import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DayTravel } from '#ui/form/day-travel.js';
import { LiveResults } from '#ui/form/live-results.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { hrefWith, type View } from '#web/view.js';
import { type Card, stateOn } from '../../domain/card.js';
import { registerInstitutionsPermission } from '../../permissions.js';
import { CLOSURE_REASON_WORDS, WORDS } from '../words.js';
import { Founders } from './founders.js';
import { Names, PlaceWords, Places, Successions } from './histories.js';

/** One institution as of a day, with everything that changed before and after. */
export function InstitutionPage({ view, card, on }: { view: View; card: Card; on: IsoDate }): VNode {
  const { t, lang } = view;
  const { institution } = card;
  const state = stateOn(card, on);
  const founder = state.actualFounder;
  return (
    <Page {...view.frame} title={institution.name} width="work" breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, { text: institution.name }]} islands={['day-travel']}>
      <h1>{institution.name}</h1>
      {!isNowhere(scopeOf(view.actor, registerInstitutionsPermission)) && !institution.closedOn && <Changes view={view} regNr={institution.regNr} />}
      <DayTravel
        lang={lang}
        name="on"
        day={on}
        href={(day) => hrefWith(view, { on: day })}
        min={institution.foundedOn}
        stops={stopsOf(card, view.today)}
        live="card"
      />
      <LiveResults id="card" count={t(fill(AS_OF, { day: readableDay(on) }))}>
        {institution.closedOn && on >= institution.closedOn && <Closed view={view} card={card} />}
        {founder?.endedOn && state.day >= founder.endedOn && (
          <Notice lang={lang} tone="warning" title={fill(FOUNDER_ENDED, { name: founder.name, day: readableDay(founder.endedOn) })}>
            <p>{t(MUST_BE_DECIDED)}</p>
          </Notice>
        )}
        <SummaryList lang={lang} items={summaryOf(view, card, on)} />
        <Founders view={view} card={card} on={state.day} />
        <Names view={view} card={card} on={state.day} />
        <Places view={view} card={card} />
        <Successions view={view} card={card} />
      </LiveResults>
    </Page>
  );
}

function summaryOf(view: View, card: Card, on: IsoDate) {
  const { t, lang } = view;
  const { institution } = card;
  const state = stateOn(card, on);
  const word = (which: 'kind' | 'type' | 'legalStatus' | 'subordination') => state.standing?.words[which][lang === 'lv' ? 0 : 1] ?? '–';
  const contacts = [institution.phone, institution.email, institution.website].filter(Boolean).join(', ');
  return [
    { key: NAME, value: state.name },
    { key: WORDS.regNr, value: institution.regNr },
    ...(institution.entNr ? [{ key: WORDS.entNr, value: institution.entNr }] : []),
    { key: WORDS.kind, value: word('kind') },
    { key: WORDS.type, value: state.isStateGymnasium ? `${word('type')} (${t(STATE_GYMNASIUM)})` : word('type') },
    { key: WORDS.legalStatus, value: word('legalStatus') },
    { key: WORDS.subordination, value: word('subordination') },
    { key: WORDS.actualFounder, value: state.actualFounder ? state.actualFounder.name : t(NO_FOUNDER) },
    { key: LEGAL_ADDRESS, value: state.legalAddress ? <PlaceWords view={view} place={state.legalAddress} /> : '–' },
    ...(state.actualAddress ? [{ key: ACTUAL_ADDRESS, value: <PlaceWords view={view} place={state.actualAddress} /> }] : []),
    { key: WORDS.foundedOn, value: readableDay(institution.foundedOn) },
    ...(state.accreditation ? [{ key: ACCREDITATION, value: t(fill(PAGE, { nr: state.accreditation.pageNr })) }] : []),
    ...(contacts ? [{ key: CONTACTS, value: contacts }] : []),
  ];
}

/** Days worth stopping at: each on which the name changes, the eve and the day of a change of actual founder, and today. */
function stopsOf(card: Card, today: IsoDate) {
  const stops = new Map<IsoDate, Text>();
  for (const row of card.names.slice(1)) stops.set(row.validFrom, NEW_NAME);
  for (const row of card.founders.filter((one) => one.role === 'actual').slice(1)) stops.set(addDays(row.validFrom, -1), LAST_DAY_OF_FOUNDER).set(row.validFrom, NEW_FOUNDER);
  if (card.closure) stops.set(card.closure.closedOn, CLOSED);
  stops.set(today, TODAY);
  return [...stops].map(([day, label]) => ({ day, label })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

const Closed = ({ view, card: { closure, institution } }: { view: View; card: Card }): VNode => (
  <Notice lang={view.lang} tone="warning" title={fill(CLOSED_ON, { day: readableDay(institution.closedOn!) })}>
    {closure && <p>{`${view.t(CLOSURE_REASON_WORDS[closure.reason])}. ${view.t(WORDS.basis)}: ${closure.basis}.`}</p>}
  </Notice>
);

const Changes = ({ view, regNr }: { view: View; regNr: string }): VNode => (
  <ButtonRow>
    {CHANGES.map(([path, words]) => (
      <ButtonLink key={path} href={`/institutions/${regNr}/${path}`} variant="secondary">
        {view.t(words)}
      </ButtonLink>
    ))}
  </ButtonRow>
);

const CHANGES = [
  ['rename', { lv: 'Mainīt nosaukumu', en: 'Rename' }],
  ['founder', { lv: 'Mainīt faktisko dibinātāju', en: 'Change the actual founder' }],
  ['delivery-place', { lv: 'Pievienot īstenošanas vietu', en: 'Add a delivery place' }],
  ['close', { lv: 'Slēgt iestādi', en: 'Close the institution' }],
] as const satisfies readonly (readonly [string, Text])[];

const AS_OF: Text = { lv: 'Kā reģistrā bija {day}', en: 'As it stood in the register on {day}' };
const NAME: Text = { lv: 'Nosaukums šajā dienā', en: 'Name on the day' };
const STATE_GYMNASIUM: Text = { lv: 'ar valsts ģimnāzijas statusu', en: 'with the status of a state gymnasium' };
const NO_FOUNDER: Text = { lv: 'nav ierakstīts', en: 'not recorded' };
const LEGAL_ADDRESS: Text = { lv: 'Juridiskā adrese', en: 'Legal address' };
const ACTUAL_ADDRESS: Text = { lv: 'Faktiskā adrese', en: 'Actual address' };
const ACCREDITATION: Text = { lv: 'Akreditācija', en: 'Accreditation' };
const PAGE: Text = { lv: 'lapa {nr}', en: 'page {nr}' };
const CONTACTS: Text = { lv: 'Saziņa', en: 'Contacts' };
const NEW_NAME: Text = { lv: 'Jauns nosaukums', en: 'New name' };
const LAST_DAY_OF_FOUNDER: Text = { lv: 'Vēl līdzšinējais dibinātājs', en: 'Still the founder of before' };
const NEW_FOUNDER: Text = { lv: 'Cits faktiskais dibinātājs', en: 'Another actual founder' };
const FOUNDER_ENDED: Text = { lv: 'Faktiskais dibinātājs {name} beidza pastāvēt {day}', en: 'The actual founder {name} ceased to exist on {day}' };
const MUST_BE_DECIDED: Text = {
  lv: 'Pašvaldība tika sadalīta, un no iestādes datiem nevar noteikt, kura to pārņem. Tas jāizlemj cilvēkam.',
  en: 'The municipality was divided, and the institution’s data does not tell which one takes it over. A person must decide.',
};
const CLOSED: Text = { lv: 'Slēgta', en: 'Closed' };
const TODAY: Text = { lv: 'Šodien', en: 'Today' };
const CLOSED_ON: Text = { lv: 'Iestāde ir slēgta {day}', en: 'The institution was closed on {day}' };
