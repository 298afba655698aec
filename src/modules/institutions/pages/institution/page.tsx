import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { DayTravel } from '#ui/form/day-travel.js';
import { LiveResults } from '#ui/form/live-results.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { hrefWith, type View } from '#web/view.js';
import type { BelievedBefore } from '../../actions/believed-before.js';
import { type Card, stateOn } from '../../domain/card.js';
import { CorrectLink } from '../correct/frame.js';
import { CLOSURE_REASON_WORDS, WORDS } from '../words.js';
import { BelievedRows } from './believed.js';
import { Founders } from './founders.js';
import { Heads } from './heads.js';
import { Names, Places, Standings, Successions } from './histories.js';
import { Changes, summaryOf } from './summary.js';
import { Titles } from './titles.js';

/** One institution as of a day, with everything that changed before and after. */
export function InstitutionPage({ view, card, on, mayRecord, before }: { view: View; card: Card; on: IsoDate; mayRecord: boolean; before: BelievedBefore | null }): VNode {
  const { t, lang } = view;
  const { institution } = card;
  const state = stateOn(card, on);
  const founder = state.actualFounder;
  return (
    <Page {...view.frame} title={institution.name} width="work" breadcrumbs={[{ text: WORDS.institutions, href: '/institutions' }, { text: institution.name }]} islands={['day-travel']}>
      <h1>{institution.name}</h1>
      {mayRecord && <Changes view={view} institution={institution} />}
      <DayTravel
        lang={lang}
        name="on"
        day={on}
        href={(day) => hrefWith(view, { on: day })}
        min={institution.foundedOn}
        stops={stopsOf(card, view.today)}
        live="card"
      />
      <LiveResults id="card" count={t(fill(on > view.today ? AS_FORESEEN : AS_OF, { day: readableDay(on) }))}>
        {institution.closedOn && (on >= institution.closedOn || institution.closedOn > view.today) && <Closed view={view} card={card} mayRecord={mayRecord} />}
        <BelievedRows view={view} before={before} of={['closure']} />
        {founder?.endedOn && state.day >= founder.endedOn && (
          <Notice lang={lang} tone="warning" title={fill(FOUNDER_ENDED, { name: founder.name, day: readableDay(founder.endedOn) })}>
            <p>{t(MUST_BE_DECIDED)}</p>
          </Notice>
        )}
        <SummaryList lang={lang} items={summaryOf({ view, card, on, mayRecord })} />
        <section class="flow-text">
          <BelievedRows view={view} before={before} of={['details']} />
        </section>
        <section class="flow-text">
          <Founders view={view} card={card} on={state.day} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['founder']} />
        </section>
        <section class="flow-text">
          <Heads view={view} card={card} on={state.day} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['head']} />
        </section>
        <section class="flow-text">
          <Names view={view} card={card} on={state.day} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['name']} />
        </section>
        <section class="flow-text">
          <Standings view={view} card={card} on={state.day} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['standing']} />
        </section>
        <section class="flow-text">
          <Titles view={view} card={card} on={state.day} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['gymnasium_title', 'accreditation']} />
          <p><a href={`/education/institutions/${institution.regNr}/licences`}>{t(LICENCES)}</a></p>
        </section>
        <section class="flow-text">
          <Places view={view} card={card} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['address', 'delivery_place']} />
        </section>
        <section class="flow-text">
          <Successions view={view} card={card} mayRecord={mayRecord} />
          <BelievedRows view={view} before={before} of={['succession']} />
        </section>
      </LiveResults>
    </Page>
  );
}

/** Days worth stopping at: each on which the name changes, the eve and the day of a change of actual founder, and today. */
function stopsOf(card: Card, today: IsoDate) {
  const stops = new Map<IsoDate, Text>();
  for (const row of card.names.slice(1)) stops.set(row.validFrom, NEW_NAME);
  for (const row of card.founders.filter((one) => one.role === 'actual').slice(1)) stops.set(addDays(row.validFrom, -1), LAST_DAY_OF_FOUNDER).set(row.validFrom, NEW_FOUNDER);
  for (const row of card.heads.slice(1)) if (!stops.has(row.validFrom)) stops.set(row.validFrom, NEW_HEAD);
  if (card.closure) stops.set(card.closure.closedOn, card.closure.closedOn > today ? WILL_CLOSE : CLOSED);
  stops.set(today, TODAY);
  return [...stops].map(([day, label]) => ({ day, label })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** That the institution is closed, or on which day to come it will be. */
const Closed = ({ view, card: { closure, institution }, mayRecord }: { view: View; card: Card; mayRecord: boolean }): VNode => (
  <Notice lang={view.lang} tone="warning" title={fill(institution.closedOn! > view.today ? CLOSES_ON : CLOSED_ON, { day: readableDay(institution.closedOn!) })}>
    {institution.closedOn! > view.today && <p>{view.t(STILL_WORKS)}</p>}
    {closure && <p>{`${view.t(CLOSURE_REASON_WORDS[closure.reason])}. ${view.t(WORDS.basis)}: ${closure.basis}.`}</p>}
    {closure && mayRecord && (
      <p>
        <CorrectLink view={view} href={`/institutions/${institution.regNr}/closure`} about={view.t(CLOSING)} />
        {' · '}
        <a href={`/institutions/${institution.regNr}/closure-withdrawal`}>{view.t(TAKE_CLOSING_BACK)}</a>
      </p>
    )}
  </Notice>
);

const LICENCES: Text = { lv: 'Licencētās izglītības programmas', en: 'Licensed education programmes' };
const AS_OF: Text = { lv: 'Kā reģistrā bija {day}', en: 'As it stood in the register on {day}' };
const AS_FORESEEN: Text = { lv: 'Kā reģistrā ierakstīts uz priekšu par dienu {day}', en: 'As the register foresees for {day}' };
const NEW_NAME: Text = { lv: 'Jauns nosaukums', en: 'New name' };
const LAST_DAY_OF_FOUNDER: Text = { lv: 'Vēl līdzšinējais dibinātājs', en: 'Still the founder of before' };
const NEW_FOUNDER: Text = { lv: 'Cits faktiskais dibinātājs', en: 'Another actual founder' };
const NEW_HEAD: Text = { lv: 'Cits vadītājs', en: 'Another head' };
const FOUNDER_ENDED: Text = { lv: 'Faktiskais dibinātājs {name} beidza pastāvēt {day}', en: 'The actual founder {name} ceased to exist on {day}' };
const MUST_BE_DECIDED: Text = {
  lv: 'No iestādes datiem nevar noteikt, kura pašvaldība to pārņem. Tas jāizlemj cilvēkam.',
  en: 'The institution’s data does not tell which municipality takes it over. A person must decide.',
};
const CLOSING: Text = { lv: 'slēgšanas ierakstu', en: 'the closing' };
const WILL_CLOSE: Text = { lv: 'Tiks slēgta', en: 'Will be closed' };
const CLOSED: Text = { lv: 'Slēgta', en: 'Closed' };
const TODAY: Text = { lv: 'Šodien', en: 'Today' };
const CLOSES_ON: Text = { lv: 'Iestādi slēgs {day}', en: 'The institution will be closed on {day}' };
const STILL_WORKS: Text = { lv: 'Līdz šai dienai iestāde darbojas, un par to var veikt ierakstus.', en: 'Until that day it works, and changes of it can be recorded.' };
const TAKE_CLOSING_BACK: Text = { lv: 'Atsaukt slēgšanu', en: 'Take the closing back' };
const CLOSED_ON: Text = { lv: 'Iestāde ir slēgta {day}', en: 'The institution was closed on {day}' };
