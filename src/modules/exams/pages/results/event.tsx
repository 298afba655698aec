import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { ColumnChart } from '#ui/chart/column-chart.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { PostButton } from '#ui/form/post-button.js';
import { instant, number, percent } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { Tabs } from '#ui/tabs.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { EventResults, ResultsOfYear } from '../../actions/view-results.js';
import { examName, examTitle, STAGE_WORDS, TERM_WORDS } from '../../domain/exam-words.js';
import { inTens, middleOf } from '../../domain/spread.js';
import { keepExams } from '../../permissions.js';
import { holds } from '../frame.js';
import { perCent, W } from '../words.js';
import { Assessors } from './assessors.js';
import { partName } from './sitting.js';

export const RESULTS_PATH = '/exams/results';
export const RESULTS_OF_EXAMS: Text = { lv: 'Pārbaudījumu rezultāti', en: 'Results of exams' };
export const PUBLICATIONS_PATH = '/exams/results/publications';

/** The exams of a year that were held, with how many of their results are there and whether they are seen. */
export function ResultsPage({ view, found: { years, year, events } }: { view: View; found: ResultsOfYear }): VNode {
  const { t, lang } = view;
  return (
    <Page {...view.frame} title={t(RESULTS_OF_EXAMS)} width="work" breadcrumbs={[{ text: W.exams }, { text: RESULTS_OF_EXAMS }]}>
      <h1>{t(RESULTS_OF_EXAMS)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Tabs lang={lang} label={W.year} items={years.map((one) => ({ href: `${RESULTS_PATH}?year=${one}`, text: yearName(one), current: one === year }))} />
      <ButtonRow>
        <ButtonLink href={`${RESULTS_PATH}/import`} variant="secondary">{t(IMPORT)}</ButtonLink>
        <ButtonLink href={`${PUBLICATIONS_PATH}?year=${year}`} variant="secondary">{t(PUBLICATION)}</ButtonLink>
        {holds(view, keepExams) && <ButtonLink href={`${RESULTS_PATH}/parameters`} variant="quiet">{t(NUMBERS)}</ButtonLink>}
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={RESULTS_OF_EXAMS}
        captionHidden
        rows={events}
        rowKey={(event) => event.eventId}
        empty={{ title: NO_EVENTS, hint: NO_EVENTS_HINT }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (event) => <a href={`${RESULTS_PATH}/${event.eventId}`}>{t(examName(event))}</a> },
          { key: 'code', header: W.code, cell: (event) => event.code },
          { key: 'stage', header: STAGE, cell: (event) => t(STAGE_WORDS[event.stage]) },
          { key: 'term', header: TERM, cell: (event) => t(TERM_WORDS[event.term]) },
          { key: 'day', header: W.day, cell: (event) => readableDay(event.heldOn) },
          { key: 'takers', header: TOOK, number: true, cell: (event) => number(event.takers, lang) },
          { key: 'results', header: HAVE_RESULT, number: true, cell: (event) => number(event.results, lang) },
          { key: 'seen', header: SEEN, cell: (event) => <SeenTag view={view} visibleFrom={event.visibleFrom} /> },
        ]}
      />
    </Page>
  );
}

/** How one exam came out: no names, only numbers, and what is still missing. */
export function EventResultsPage({ view, found, attempt }: { view: View; found: EventResults; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const { event, standing, threshold, totals, means } = found;
  const count = totals.reduce((sum, { candidates }) => sum + candidates, 0);
  const sum = totals.reduce((all, { total, candidates }) => all + total * candidates, 0);
  const below = totals.filter(({ total }) => threshold !== null && total < threshold).reduce((all, { candidates }) => all + candidates, 0);
  const tile = (label: Text, value: string, detail?: Text) => ({ label, value, detail });
  return (
    <Page {...view.frame} title={t(examTitle(event))} width="work" breadcrumbs={[{ text: W.exams }, { text: RESULTS_OF_EXAMS, href: `${RESULTS_PATH}?year=${event.year}` }, { text: examName(event) }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(examTitle(event))}</h1>
      <Lead>{`${event.code}. ${t(TERM_WORDS[event.term])}: ${readableDay(event.heldOn)}`}</Lead>
      <p>
        <SeenTag view={view} visibleFrom={event.visibleFrom} />
      </p>
      <StatTiles
        lang={lang}
        tiles={[
          tile(TOOK, number(standing.takers, lang)),
          tile(HAVE_RESULT, number(standing.results, lang), standing.ready > standing.results ? fill(READY, { n: standing.ready - standing.results }) : undefined),
          tile(MEAN, count > 0 ? perCent(number(sum / count, lang, 1), lang) : '–'),
          tile(MIDDLE, count > 0 ? perCent(number(middleOf(totals), lang, 1), lang) : '–'),
          ...(threshold === null ? [] : [tile(fill(BELOW, { n: threshold }), number(below, lang), count > 0 ? { lv: percent(below / count, 'lv', 1), en: percent(below / count, 'en', 1) } : undefined)]),
        ]}
      />
      <ButtonRow>
        <PostButton action={`${RESULTS_PATH}/${event.eventId}/count`} csrf={view.csrf} variant={standing.ready > standing.results ? 'primary' : 'secondary'}>{t(COUNT)}</PostButton>
      </ButtonRow>
      {count > 0 && (
        <>
          <h2>{t(SPREAD)}</h2>
          <ColumnChart lang={lang} title={SPREAD_TITLE} series={[{ label: CANDIDATES }]} rows={inTens(totals).map(({ from, candidates }) => ({ label: String(from), values: [candidates] }))} />
          <h2>{t(W.parts)}</h2>
          <DataTable
            lang={lang}
            caption={W.parts}
            captionHidden
            rows={means}
            rowKey={(part) => `${part.number} ${part.nameLv}`}
            columns={[
              { key: 'part', header: W.part, rowHeader: true, cell: (part) => partName(view, part) },
              { key: 'mean', header: MEAN, number: true, cell: (part) => perCent(number(part.mean, lang, 1), lang) },
              { key: 'candidates', header: CANDIDATES, number: true, cell: (part) => number(part.candidates, lang) },
            ]}
          />
        </>
      )}
      <Assessors view={view} found={found} attempt={attempt} path={`${RESULTS_PATH}/${event.eventId}`} />
    </Page>
  );
}

/** Whether and since when results are seen. */
const SeenTag = ({ view: { t, clock }, visibleFrom }: { view: View; visibleFrom: Date | null }): VNode => {
  if (visibleFrom === null) return <StatusTag tone="neutral">{t(NOT_SET)}</StatusTag>;
  return visibleFrom <= clock.now() ? <StatusTag tone="success">{t(fill(SINCE, { at: instant(visibleFrom) }))}</StatusTag> : <StatusTag tone="info">{t(fill(FROM, { at: instant(visibleFrom) }))}</StatusTag>;
};

const LEAD: Text = { lv: 'Pārbaudījumi, kas ir notikuši: cik rezultātu jau ir un vai tie ir paziņoti.', en: 'Exams that were held: how many results are there, and whether they are published.' };
const IMPORT: Text = { lv: 'Ielādēt punktus no datnes', en: 'Bring points in from a file' };
const PUBLICATION: Text = { lv: 'Rezultātu paziņošana', en: 'Publication of results' };
const NUMBERS: Text = { lv: 'Vērtēšanas un apelāciju skaitļi', en: 'Numbers of assessment and appeals' };
const NO_EVENTS: Text = { lv: 'Šajā mācību gadā pārbaudījumi vēl nav notikuši', en: 'No exams of this school year were held yet' };
const NO_EVENTS_HINT: Text = { lv: 'Rezultāti parādās, kad skolas ir atzīmējušas dalību un darbi ir novērtēti.', en: 'Results appear when schools have marked participation and works are assessed.' };
const STAGE: Text = { lv: 'Pakāpe', en: 'Stage' };
const TERM: Text = { lv: 'Termiņš', en: 'Term' };
const TOOK: Text = { lv: 'Piedalījās', en: 'Took part' };
const HAVE_RESULT: Text = { lv: 'Ir rezultāts', en: 'Have a result' };
const READY: Text = { lv: 'Var aprēķināt vēl: {n}', en: 'Can be counted: {n} more' };
const SEEN: Text = { lv: 'Paziņošana', en: 'Publication' };
const NOT_SET: Text = { lv: 'Brīdis nav apstiprināts', en: 'No instant confirmed' };
const SINCE: Text = { lv: 'Paziņoti {at}', en: 'Published on {at}' };
const FROM: Text = { lv: 'Paziņos {at}', en: 'To be published on {at}' };
const MEAN: Text = { lv: 'Vidējais', en: 'Mean' };
const MIDDLE: Text = { lv: 'Mediāna', en: 'Median' };
const BELOW: Text = { lv: 'Zem sliekšņa ({n} %)', en: 'Below the threshold ({n}%)' };
const COUNT: Text = { lv: 'Aprēķināt rezultātus', en: 'Count the results' };
const SPREAD: Text = { lv: 'Sadalījums', en: 'Spread' };
const SPREAD_TITLE: Text = { lv: 'Kārtotāji pēc kopvērtējuma (30: no 30 līdz 39 %)', en: 'Candidates by total (30: from 30 to 39%)' };
const CANDIDATES: Text = { lv: 'Kārtotāji', en: 'Candidates' };
