import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
import { counted, type Forms, instant, number } from '#ui/format.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { PostButton } from '#ui/form/post-button.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { Publications } from '../../actions/publish-results.js';
import { STAGE_WORDS, STAGES, TERM_WORDS, TERMS } from '../../domain/exam-words.js';
import { unsealedAmong } from '../../domain/unsealed.js';
import { WhoElse } from '../frame.js';
import { PUBLICATIONS_PATH, RESULTS_OF_EXAMS, RESULTS_PATH } from '../results/event.js';
import { W } from '../words.js';
import { CertificatesLine } from './certificates-line.js';

export const PUBLICATION: Text = { lv: 'Rezultātu paziņošana', en: 'Publication of results' };
type Row = Publications['publications'][number];

/** When results of a year are published: what holds, what waits for a second person, what would be seen, and what was decided before. */
export function PublicationsPage({ view, found }: { view: View; found: Publications }): VNode {
  const { t, lang } = view;
  const { years, year, sessions, publications } = found;
  const gone = publications.filter(({ supersededAt }) => supersededAt !== null);
  return (
    <Page {...view.frame} title={t(PUBLICATION)} width="work" breadcrumbs={[{ text: W.exams }, { text: RESULTS_OF_EXAMS, href: RESULTS_PATH }, { text: PUBLICATION }]}>
      <h1>{t(PUBLICATION)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: `${PUBLICATIONS_PATH}?year=${one}`, text: yearName(one), current: one === year }))} />
      {STAGES.filter((stage) => sessions.some((one) => one.stage === stage)).map((stage) => (
        <section key={stage} aria-labelledby={stage}>
          <h2 id={stage}>{t(STAGE_WORDS[stage])}</h2>
          {TERMS.map((term) => (
            <TermPart key={term} view={view} found={found} stage={stage} term={term} />
          ))}
        </section>
      ))}
      {gone.length > 0 && (
        <>
          <h2>{t(W.before)}</h2>
          <DataTable
            lang={lang}
            caption={W.before}
            captionHidden
            rows={gone}
            rowKey={(one) => one.id}
            columns={[
              { key: 'at', header: INSTANT, rowHeader: true, cell: (one) => instant(one.visibleFrom) },
              { key: 'of', header: OF, cell: (one) => `${t(STAGE_WORDS[one.stage])}, ${t(TERM_WORDS[one.term])}` },
              { key: 'by', header: SET_BY, cell: (one) => `${one.setBy}, ${instant(one.setAt)}` },
              { key: 'basis', header: W.basis, cell: (one) => <span lang="lv">{one.basis}</span> },
              { key: 'until', header: REPLACED, cell: (one) => one.supersededAt && instant(one.supersededAt) },
            ]}
          />
        </>
      )}
    </Page>
  );
}

interface TermPartProps {
  readonly view: View;
  readonly found: Publications;
  readonly stage: (typeof STAGES)[number];
  readonly term: (typeof TERMS)[number];
}

function TermPart({ view, found: { me, others, year, publications, toPublish, certificates }, stage, term }: TermPartProps): VNode {
  const { t, lang } = view;
  const own = publications.filter((one) => one.stage === stage && one.term === term && one.supersededAt === null && one.eventId === null);
  const holds = own.find(({ confirmedAt }) => confirmedAt !== null);
  const waits = own.find(({ confirmedAt }) => confirmedAt === null);
  const apart = publications.filter((one) => one.stage === stage && one.term === term && one.supersededAt === null && one.eventId !== null && one.confirmedAt !== null);
  const events = toPublish.filter((one) => one.stage === stage && one.term === term && !apart.some(({ eventId }) => eventId === one.eventId));
  const [takers, results] = [events.reduce((sum, one) => sum + one.takers, 0), events.reduce((sum, one) => sum + one.results, 0)];
  const past = holds !== undefined && holds.visibleFrom <= view.clock.now();
  return (
    <>
      <h3>{t(TERM_WORDS[term])}</h3>
      {holds ? <Standing view={view} one={holds} /> : <p>{t(apart.length > 0 ? NONE_OF_OTHERS : NONE)}</p>}
      {apart.length > 0 && <p>{t(fill(APART, { n: apart.length }))}</p>}
      {waits && (
        <>
          <div class="notice notice-warning">
            <p>{t(fill(WAITS, { at: instant(waits.visibleFrom), who: waits.setBy, basis: waits.basis }))}</p>
            {waits.setById === me && <WhoElse view={view} others={others} />}
          </div>
          <ButtonRow>
            {waits.setById !== me && <ButtonLink href={`${PUBLICATIONS_PATH}/${waits.id}/confirm`} variant="primary">{t(CONFIRM)}</ButtonLink>}
            <PostButton action={`${PUBLICATIONS_PATH}/${waits.id}/take-back`} csrf={view.csrf} variant="quiet">{t(TAKE_BACK)}</PostButton>
          </ButtonRow>
        </>
      )}
      <p>{events.length === 0 ? t(NOTHING) : t(fill(past ? IS_SEEN : WILL_BE_SEEN, { exams: events.length, results: number(results, lang), takers: number(takers, lang) }))}</p>
      {results < takers && <p><StatusTag tone="warning">{t(fill(MISSING, { n: number(takers - results, lang) }))}</StatusTag></p>}
      <CertificatesLine view={view} year={year} of={unsealedAmong(events, certificates)} urgent={holds !== undefined || waits !== undefined} />
      {!past && (
        <ButtonRow>
          <ButtonLink href={`${PUBLICATIONS_PATH}/${year}/${stage}/${term}`} variant="secondary">{t(holds || waits ? CHANGE : SET)}<span class="visually-hidden">{`: ${t(STAGE_WORDS[stage])}, ${t(TERM_WORDS[term])}`}</span></ButtonLink>
          {holds && <PostButton action={`${PUBLICATIONS_PATH}/${holds.id}/take-back`} csrf={view.csrf} variant="quiet">{t(TAKE_BACK)}</PostButton>}
        </ButtonRow>
      )}
    </>
  );
}

function Standing({ view: { t, lang, clock }, one }: { view: View; one: Row }): VNode {
  const left = one.visibleFrom.getTime() - clock.now().getTime();
  return (
    <p>
      {left > 0 ? <StatusTag tone="info">{t(CONFIRMED)}</StatusTag> : <StatusTag tone="success">{t(PUBLISHED)}</StatusTag>} <strong>{instant(one.visibleFrom)}</strong>
      {left > 0 && <> ({t(fill(LEFT, { time: timeLeft(left, lang) }))})</>}. {t(fill(BY, { set: one.setBy, confirmed: one.confirmedBy ?? '' }))} <span lang="lv">{one.basis}</span>
      {one.unsealed > 0 && <> {t(fill(DESPITE, { n: number(one.unsealed, lang) }))} <span lang="lv">{one.despite}</span></>}
    </p>
  );
}

const MINUTE = 60_000;
/** What is left in its two largest units. */
function timeLeft(ms: number, lang: Lang): string {
  const minutes = Math.ceil(ms / MINUTE);
  const units: readonly (readonly [number, Forms])[] = [[Math.floor(minutes / 1440), DAYS], [Math.floor((minutes % 1440) / 60), HOURS], [minutes % 60, MINUTES]];
  return units.filter(([amount]) => amount > 0).slice(0, 2).map(([amount, forms]) => counted(amount, forms, lang)).join(' ');
}
const DAYS: Forms = { lv: ['diena', 'dienas'], en: ['day', 'days'] };
const HOURS: Forms = { lv: ['stunda', 'stundas'], en: ['hour', 'hours'] };
const MINUTES: Forms = { lv: ['minūte', 'minūtes'], en: ['minute', 'minutes'] };

const LEAD: Text = { lv: 'Rezultāti kļūst redzami tieši norādītajā brīdī. To nosaka viens un apstiprina cits; kas jau ir redzams, to vairs nepaslēpj.', en: 'Results are seen from the very instant given. One sets it and another confirms it; what is seen already is not hidden any more.' };
const INSTANT: Text = { lv: 'Brīdis', en: 'Instant' };
const OF: Text = { lv: 'Kam', en: 'Of' };
const SET_BY: Text = { lv: 'Noteica', en: 'Set by' };
const REPLACED: Text = { lv: 'Aizstāts', en: 'Replaced' };
const NONE: Text = { lv: 'Paziņošanas brīdis nav apstiprināts: rezultātus redz tikai aģentūra.', en: 'No instant is confirmed: only the agency sees results.' };
const NONE_OF_OTHERS: Text = { lv: 'Pārējiem paziņošanas brīdis nav apstiprināts: to rezultātus redz tikai aģentūra.', en: 'For the others no instant is confirmed: only the agency sees their results.' };
const APART: Text = { lv: 'Pārbaudījumi ar pašu noteiktu brīdi: {n}. Zemāk tie nav ieskaitīti.', en: 'Exams with an instant of their own: {n}. They are not counted below.' };
const WAITS: Text = { lv: 'Gaida apstiprinājumu: {at}. Noteica {who}. Pamats: {basis}', en: 'Waits to be confirmed: {at}. Set by {who}. Basis: {basis}' };
const CONFIRM: Text = { lv: 'Apstiprināt', en: 'Confirm' };
const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
const NOTHING: Text = { lv: 'Neviens pārbaudījums vēl nav noticis.', en: 'No exam was held yet.' };
const WILL_BE_SEEN: Text = { lv: 'Tad būs redzami {exams} pārbaudījumu rezultāti: {results} no {takers}.', en: 'Then results of {exams} exams will be seen: {results} of {takers}.' };
const IS_SEEN: Text = { lv: 'Redzami {exams} pārbaudījumu rezultāti: {results} no {takers}.', en: 'Results of {exams} exams are seen: {results} of {takers}.' };
const MISSING: Text = { lv: 'Vēl nav {n} rezultātu', en: '{n} results are not there yet' };
const CHANGE: Text = { lv: 'Noteikt citu brīdi', en: 'Set another instant' };
const SET: Text = { lv: 'Noteikt paziņošanas brīdi', en: 'Set the instant of publication' };
const CONFIRMED: Text = { lv: 'Apstiprināts', en: 'Confirmed' };
const PUBLISHED: Text = { lv: 'Paziņoti', en: 'Published' };
const LEFT: Text = { lv: 'vēl {time}', en: '{time} left' };
const BY: Text = { lv: 'Noteica {set}, apstiprināja {confirmed}.', en: 'Set by {set}, confirmed by {confirmed}.' };
const DESPITE: Text = { lv: 'Apstiprinot neapzīmogoti bija {n} sertifikāti:', en: 'When it was confirmed, {n} certificates were not sealed:' };
