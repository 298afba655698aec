import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { PeriodChart } from '#ui/chart/period-chart.js';
import { EmptyState } from '#ui/empty-state.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import { hrefWith, type View } from '#web/view.js';
import type { AddressTrouble, MovedTrouble, Troubles } from '../../actions/show-troubles.js';
import { rowsInWords, W } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';

/** VI-104: where each pupil was during the year, and the day on which the mark counts. */
export function MovedPage({ view, trouble: { school, year, pupils, next } }: { view: View; trouble: MovedTrouble }): VNode {
  const { lang, t } = view;
  return (
    <SchoolFrame view={view} school={school} side="moved" title={MOVED}>
      <Lead>{t(MOVED_LEAD)}</Lead>
      {pupils.length === 0 && <EmptyState lang={lang} title={NOBODY} />}
      {pupils.map((one) => (
        <section key={one.personId}>
          <h2>{one.isProtected ? `${one.given[0]}. ${one.family[0]}.` : `${one.given} ${one.family}`}</h2>
          <p>{`${rowsInWords(one.rows, view)}: ${one.periods.join(', ')}${one.sentAs ? `; ${t(SENT_AS)} ${one.sentAs}` : ''}`}</p>
          <PeriodChart
            lang={lang}
            title={WHERE}
            from={year.startsOn}
            to={addDays(year.endsBefore, -1)}
            {...(one.countsOn && { marker: { day: one.countsOn, label: COUNTS_ON } })}
            rows={one.stays.map((stay) => ({
              label: stay.institutionId === school.id ? HERE : stay.institution,
              periods: [{ period: { from: stay.validFrom < year.startsOn ? year.startsOn : stay.validFrom, to: stay.validTo }, label: stay.class, tone: stay.institutionId === school.id ? 'series-1' : 'faded' }],
            }))}
          />
        </section>
      ))}
      {next && (
        <p>
          <a href={hrefWith(view, { after: next })}>{t(MORE)}</a>
        </p>
      )}
    </SchoolFrame>
  );
}

/** VI-105: what was taken of outcomes, and the template for journals that do not send them. */
export const OutcomesPage = ({ view, troubles: { school, counts } }: { view: View; troubles: Troubles }): VNode => (
  <SchoolFrame view={view} school={school} side="outcomes" title={OUTCOMES}>
    <Lead>{view.t(OUTCOMES_LEAD)}</Lead>
    <StatTiles
      lang={view.lang}
      tiles={[
        { value: number(counts.outcomesTaken, view.lang), label: OUTCOMES_TAKEN },
        { value: number(counts.outcomesUnknown, view.lang), label: OUTCOMES_UNKNOWN, ...(counts.outcomesUnknown > 0 && { href: `/intake/batches?regNr=${school.regNr}&troubled=yes` }) },
      ]}
    />
    <h2>{view.t(NOT_YET)}</h2>
    <p>{view.t(TEMPLATE_HINT)}</p>
    <ButtonRow>
      <ButtonLink href="/marks/grids">{view.t(TEMPLATE)}</ButtonLink>
      <ButtonLink href="/education/outcomes" variant="secondary">{view.t(CODES)}</ButtonLink>
    </ButtonRow>
  </SchoolFrame>
);

/** VI-106: which of the school's e-journals still call an old address. */
export const AddressesTroublePage = ({ view, trouble: { school, calls } }: { view: View; trouble: AddressTrouble }): VNode => (
  <SchoolFrame view={view} school={school} side="troubles" title={ADDRESSES}>
    <Lead>{view.t(ADDRESSES_LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={ADDRESSES}
      captionHidden
      rows={calls}
      rowKey={(one) => `${one.journal} ${one.path}`}
      empty={{ title: NO_OLD, hint: NO_OLD_HINT }}
      columns={[
        { key: 'journal', header: W.journal, rowHeader: true, cell: (one) => one.journal },
        { key: 'old', header: OLD, cell: (one) => <code>{one.path}</code> },
        { key: 'new', header: NEW, cell: (one) => <code>{one.newPath}</code> },
        { key: 'calls', header: TIMES, number: true, cell: (one) => number(one.calls, view.lang) },
        { key: 'last', header: LAST, cell: (one) => instant(one.lastAt) },
        { key: 'until', header: W.until, cell: (one) => (one.answersUntil ? readableDay(addDays(one.answersUntil, -1)) : view.t(NO_END)) },
      ]}
    />
  </SchoolFrame>
);

const MOVED: Text = { lv: 'Izglītojamais pārcēlies gada laikā', en: 'A learner moved during the year' };
const MOVED_LEAD: Text = { lv: 'Vērtējums pieder iestādei un klasei, kurā izglītojamais bija dienā, kad tas skaitās. Viss, kas attiecas uz jūsu iestādi, ir pieņemts; citas iestādes daļu iesniedz tā.', en: 'A mark belongs to the institution and class where the learner was on the day on which it counts. All that concerns your institution was taken; another institution sends its part.' };
const NOBODY: Text = { lv: 'Šajā mācību gadā tādu rindu nav bijis.', en: 'There were no such rows in this school year.' };
const SENT_AS: Text = { lv: 'e-žurnālā klase', en: 'class in the e-journal' };
const WHERE: Text = { lv: 'Kur mācījās šajā gadā', en: 'Where they learnt this year' };
const COUNTS_ON: Text = { lv: 'Vērtējums skaitās', en: 'The mark counts on' };
const HERE: Text = { lv: 'Šeit', en: 'Here' };
const MORE: Text = { lv: 'Nākamie', en: 'Next' };
const OUTCOMES: Text = { lv: 'Sasniedzamie rezultāti no e-žurnāla', en: 'Learning outcomes from the e-journal' };
const OUTCOMES_LEAD: Text = { lv: '1.–3. klases sasniedzamo rezultātu vērtējumus pieņem tāpat kā vērtējumus, pēc rezultāta koda.', en: 'Outcomes of grades 1–3 are taken like marks, by the code of the outcome.' };
const OUTCOMES_TAKEN: Text = { lv: 'Pieņemts šajā mācību gadā', en: 'Taken in this school year' };
const OUTCOMES_UNKNOWN: Text = { lv: 'Nezināmi kodi', en: 'Unknown codes' };
const NOT_YET: Text = { lv: 'Ja e-žurnāls tos vēl nesūta', en: 'Where the e-journal does not send them yet' };
const TEMPLATE_HINT: Text = { lv: 'Izvēlieties klasi, lejupielādējiet veidni ar tās izglītojamajiem, aizpildiet un augšupielādējiet.', en: 'Choose a class, download the template with its learners, fill it in and upload it.' };
const TEMPLATE: Text = { lv: 'Izvēlēties klasi', en: 'Choose a class' };
const CODES: Text = { lv: 'Rezultātu kodi', en: 'Codes of outcomes' };
const ADDRESSES: Text = { lv: 'Mainījusies adrese', en: 'The address has changed' };
const ADDRESSES_LEAD: Text = { lv: 'Nekas nav jādara steigā: vecā adrese atbild tāpat. E-žurnāla uzturētājs ir brīdināts ar vēstuli un katrā atbildē.', en: 'Nothing is urgent: the old address answers the same. The vendor was warned by letter and in every answer.' };
const NO_OLD: Text = { lv: 'Neviens jūsu e-žurnāls veco adresi nelieto.', en: 'None of your e-journals uses an old address.' };
const NO_OLD_HINT: Text = { lv: 'Nekas nav jādara.', en: 'There is nothing to do.' };
const OLD: Text = { lv: 'Vecā adrese', en: 'Old address' };
const NEW: Text = { lv: 'Jaunā adrese', en: 'New address' };
const TIMES: Text = { lv: 'Reizes 30 dienās', en: 'Times in 30 days' };
const LAST: Text = { lv: 'Pēdējā reize', en: 'Last time' };
const NO_END: Text = { lv: 'bez beigām', en: 'no end' };
