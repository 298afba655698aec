import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import { showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { type OwnExamResults, viewOwnExamResults } from '../../actions/own-results.js';
import { examTitle, TERM_WORDS } from '../../domain/exam-words.js';
import { OUTCOME_WORDS } from '../../domain/outcomes.js';
import { BY_REPRESENTATIVE, OWN_APPEALS, OWN_APPEALS_PATH } from '../appeals/own.js';
import { ShortLink } from '../frame.js';
import { partName, TOTAL } from '../results/sitting.js';
import { OWN_WORKS, OWN_WORKS_PATH } from '../scans/seen.js';
import { perCent, W } from '../words.js';

export const OWN_RESULTS_PATH = '/my/exam-results';
export const OWN_RESULTS: Text = { lv: 'Mani un bērnu pārbaudījumu rezultāti', en: 'My and my children’s exam results' };
type One = OwnExamResults['results'][number];

export const ownResultRoutes: readonly WebRoute[] = [showPage({ path: OWN_RESULTS_PATH, action: viewOwnExamResults, render: (own, view) => <OwnResultsPage view={view} own={own} /> })];

/** A resident's exam results, or those of a child, and how each is contested. */
function OwnResultsPage({ view, own: { person, self, wards, results } }: { view: View; own: OwnExamResults }): VNode {
  const { t, lang } = view;
  const people = [self, ...wards].map(({ id, given, family }) => ({ href: `${OWN_RESULTS_PATH}?person=${id}`, text: { lv: `${given} ${family}`, en: `${given} ${family}` }, current: id === person.id }));
  return (
    <Page {...view.frame} title={t(OWN_RESULTS)} width="work" breadcrumbs={[{ text: OWN_RESULTS }]}>
      <h1>{`${person.given} ${person.family}`}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>
        <a href={`/my/certificates?person=${person.id}`}>{t(CERTIFICATES)}</a> · <a href={OWN_APPEALS_PATH}>{t(OWN_APPEALS)}</a> · <a href={OWN_WORKS_PATH}>{t(OWN_WORKS)}</a>
      </p>
      {wards.length > 0 && <Tabs lang={lang} label={WHOSE} items={people} />}
      <DataTable
        lang={lang}
        caption={OWN_RESULTS}
        captionHidden
        rows={results}
        rowKey={({ entryId }) => entryId}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => <>{t(examTitle(one))}<p class="hint">{`${t(TERM_WORDS[one.term])}, ${readableDay(one.heldOn)}`}</p></> },
          { key: 'total', header: TOTAL, cell: (one) => <Total view={view} one={one} /> },
          { key: 'parts', header: PARTS, cell: (one) => one.parts.map((part) => `${partName(view, part)}: ${part.perCent === null ? t(OUTCOME_WORDS.exempt).toLowerCase() : perCent(part.perCent, lang)}`).join('; ') || '–' },
          { key: 'published', header: PUBLISHED, cell: ({ visibleFrom }) => instant(visibleFrom) },
          { key: 'contest', header: APPEAL, cell: (one) => <ContestCell view={view} one={one} /> },
        ]}
      />
      <p>{t(HOW)}</p>
    </Page>
  );
}

function Total({ view: { t, lang }, one: { outcome, total, reachesThreshold, threshold } }: { view: View; one: One }): VNode {
  if (outcome !== 'result') return <>{t(OUTCOME_WORDS[outcome])}</>;
  return (
    <>
      <strong>{perCent(total, lang)}</strong>
      {reachesThreshold === false && threshold !== null && <p class="hint">{t(fill(BELOW, { threshold }))}</p>}
    </>
  );
}

function ContestCell({ view: { t }, one: { entryId, contest, until, ...exam } }: { view: View; one: One }): VNode {
  if (contest === null || until === null) return <>–</>;
  const day = readableDay(until);
  if (contest === 'lodged' || contest === 'decided') return <a href={OWN_APPEALS_PATH}>{t(contest === 'lodged' ? LODGED : DECIDED)}</a>;
  if (contest === 'over') return <>{t(fill(OVER, { day }))}</>;
  return (
    <>
      {contest === 'open' ? <ShortLink href={`${OWN_APPEALS_PATH}/${entryId}`} text={t(LODGE)} about={t(examTitle(exam))} /> : t(BY_REPRESENTATIVE)}
      <p class="hint">{t(fill(UNTIL, { day }))}</p>
    </>
  );
}

const LEAD: Text = {
  lv: 'Visi paziņotie valsts pārbaudījumu rezultāti: savi, un to bērnu un aizbilstamo, kurus jūs šodien pārstāvat.',
  en: 'All published results of state exams: your own, and those of children and wards for whom you act today.',
};
const CERTIFICATES: Text = { lv: 'Sertifikāti', en: 'Certificates' };
const WHOSE: Text = { lv: 'Kura rezultāti', en: 'Whose results' };
const PARTS: Text = { lv: 'Daļas', en: 'Parts' };
const PUBLISHED: Text = { lv: 'Paziņots', en: 'Published' };
const APPEAL: Text = { lv: 'Apelācija', en: 'Appeal' };
const LODGE: Text = { lv: 'Iesniegt apelāciju', en: 'Lodge an appeal' };
const DECIDED: Text = { lv: 'Izlemta', en: 'Decided' };
const LODGED: Text = { lv: 'Iesniegta, tiek izskatīta', en: 'Lodged, being heard' };
const UNTIL: Text = { lv: 'Pēdējā diena {day}', en: 'Last day {day}' };
const OVER: Text = { lv: 'Termiņš beidzās {day}', en: 'The term ended on {day}' };
const BELOW: Text = { lv: 'Zem sliekšņa ({threshold} %), sertifikāta nav', en: 'Below the threshold ({threshold}%), there is no certificate' };
const NONE: Text = { lv: 'Paziņotu rezultātu nav', en: 'There are no published results' };
const NONE_HINT: Text = { lv: 'Rezultāti parādās paziņošanas brīdī. Ja jābūt bērna rezultātam, izvēlieties viņa vārdu augstāk.', en: 'Results appear when they are published. For the result of a child choose their name above.' };
const HOW: Text = { lv: 'Pēc apelācijas vērtējums var palikt, pieaugt vai samazināties. Katra šīs lapas atvēršana paliek žurnālā.', en: 'After an appeal the mark may stay, rise or fall. Each opening of this page is logged.' };
