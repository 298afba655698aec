import { yearName } from '#modules/education/public.js';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Fieldset } from '#ui/form/fieldset.js';
import { TextField } from '#ui/form/text-field.js';
import { button, formPage, type RawInput, showPage, type WebRoute } from '#web/page-route.js';
import { changeScoring, changeSession, changeThreshold, openEventForm, openScoringForm, openSessionForm, openThresholdForm, prepareYear, setEvent } from '../../actions/keep-catalogue.js';
import { openCatalogue, openExam } from '../../actions/show-catalogue.js';
import { examName, LEVEL_WORDS, STAGE_WORDS, TERM_WORDS } from '../../domain/exam-words.js';
import { MOST_PARTS, pointsInWords } from '../../domain/scoring.js';
import { BasisFields, FormFrame } from '../frame.js';
import { W } from '../words.js';
import { ExamPage } from './exam.js';
import { ANNOUNCED_ON, APPLICATIONS_UNTIL, CATALOGUE, CataloguePage, CHANGES_UNTIL } from './page.js';

const ofYear = (year: number) => ({ text: { lv: `${W.catalogue.lv}, ${yearName(year).lv}`, en: `Exams of ${yearName(year).en}` }, href: `${CATALOGUE}?year=${year}` });
const PART_FIELDS = ['nameLv', 'nameEn', 'points', 'weight'] as const;
const NUMBERS = Array.from({ length: MOST_PARTS }, (_, at) => at);

/** The parts of the form that something was written into; a gap between them is shown as missing words. */
function partsOf(raw: RawInput): Record<string, unknown>[] {
  const rows = NUMBERS.map((at) => Object.fromEntries(PART_FIELDS.map((name) => [name, raw[`parts.${at}.${name}`] ?? ''])));
  const last = rows.findLastIndex((row) => Object.values(row).some((words) => words !== ''));
  return rows.slice(0, last + 1);
}

export const catalogueRoutes: readonly WebRoute[] = [
  showPage({ path: CATALOGUE, action: openCatalogue, render: (found, view) => <CataloguePage view={view} found={found} /> }),
  button({ path: `${CATALOGUE}/prepare`, action: prepareYear, done: ({ year, exams }) => ({ to: `${CATALOGUE}?year=${year}`, notice: fill(PREPARED, { n: exams }) }) }),
  showPage({ path: `${CATALOGUE}/:year/:code`, action: openExam, render: (shown, view) => <ExamPage view={view} shown={shown} /> }),
  formPage({
    path: `${CATALOGUE}/:year/:code/scoring`,
    load: openScoringForm,
    loadInput: ({ year, code }) => ({ year, code }),
    render: ({ exam, parts }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={CHANGE_COUNTING} lead={COUNTING_LEAD} back={[ofYear(exam.year), { text: examName(exam), href: `${CATALOGUE}/${exam.year}/${exam.code}` }]}>
          {NUMBERS.map((at) => (
            <Fieldset key={at} lang={view.lang} legend={{ lv: `${at + 1}. daļa`, en: `Part ${at + 1}` }}>
              <TextField {...field(`parts.${at}.nameLv`, parts[at]?.nameLv)} label={NAME_LV} maxLength={120} optional={at > 0} />
              <TextField {...field(`parts.${at}.nameEn`, parts[at]?.nameEn)} label={NAME_EN} maxLength={120} optional={at > 0} />
              <TextField {...field(`parts.${at}.points`, parts[at] ? pointsInWords(parts[at].maxHalfPoints, view.lang) : '')} label={MOST_POINTS} width="short" inputMode="decimal" optional={at > 0} />
              <TextField {...field(`parts.${at}.weight`, parts[at] ? String(parts[at].weight) : '')} label={W.weight} hint={WEIGHT_HINT} width="short" inputMode="numeric" optional={at > 0} />
            </Fieldset>
          ))}
          <BasisFields field={field} />
        </FormFrame>
      );
    },
    action: changeScoring,
    input: (raw) => ({ year: raw['year'], code: raw['code'], legalBasis: raw['legalBasis'], verified: raw['verified'], parts: partsOf(raw) }),
    done: ({ year, code }) => ({ to: `${CATALOGUE}/${year}/${code}`, notice: W.saved }),
  }),
  formPage({
    path: `${CATALOGUE}/:year/:code/events/:term`,
    load: openEventForm,
    render: ({ exam, term, session, event }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={{ lv: `${TERM_WORDS[term].lv}: ${exam.nameLv}`, en: `${TERM_WORDS[term].en}: ${exam.nameEn}` }} back={[ofYear(exam.year), { text: examName(exam), href: `${CATALOGUE}/${exam.year}/${exam.code}` }]}>
          <DateField {...field('heldOn', event?.heldOn ?? '')} label={W.day} min={session.startsOn} />
          <TextField {...field('startsAt', event?.startsAt ?? '10:00')} label={W.time} hint={TIME_HINT} width="short" maxLength={5} />
          <BasisFields field={field} first={event?.legalBasis ?? ''} verified={event?.verified ?? false} />
        </FormFrame>
      );
    },
    action: setEvent,
    done: ({ year, code }) => ({ to: `${CATALOGUE}/${year}/${code}`, notice: W.saved }),
  }),
  formPage({
    path: `${CATALOGUE}/:year/thresholds/:level`,
    load: openThresholdForm,
    render: ({ year, level, percent }, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={{ lv: `Slieksnis: ${LEVEL_WORDS[level].lv}`, en: `Threshold: ${LEVEL_WORDS[level].en}` }} back={[ofYear(year)]}>
          <TextField {...field('percent', percent === null ? '' : String(percent))} label={PERCENT} width="short" inputMode="numeric" maxLength={3} />
          <BasisFields field={field} />
        </FormFrame>
      );
    },
    action: changeThreshold,
    done: ({ year }) => ({ to: `${CATALOGUE}?year=${year}`, notice: W.saved }),
  }),
  formPage({
    path: `${CATALOGUE}/:year/sessions/:stage`,
    load: openSessionForm,
    render: (session, view, attempt) => {
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={{ lv: `Sesija: ${STAGE_WORDS[session.stage].lv}`, en: `Session: ${STAGE_WORDS[session.stage].en}` }} back={[ofYear(session.year)]}>
          <DateField {...field('applicationsUntil', session.applicationsUntil)} label={APPLICATIONS_UNTIL} />
          <DateField {...field('changesUntil', session.changesUntil)} label={CHANGES_UNTIL} />
          <DateField {...field('startsOn', session.startsOn)} label={FIRST_DAY} />
          <DateField {...field('endsOn', session.endsOn)} label={LAST_DAY} />
          <DateField {...field('announcedOn', session.announcedOn ?? '')} label={ANNOUNCED_ON} optional />
          <BasisFields field={field} first={session.legalBasis} verified={session.verified} />
        </FormFrame>
      );
    },
    action: changeSession,
    done: ({ year }) => ({ to: `${CATALOGUE}?year=${year}`, notice: W.saved }),
  }),
];

const PREPARED: Text = { lv: 'Sagatavoti {n} pārbaudījumi. Norišu dienas jānosaka katram.', en: '{n} exams prepared. The days of their events are to be set for each.' };
const CHANGE_COUNTING: Text = { lv: 'Mainīt vērtēšanas kārtību', en: 'Change how it is counted' };
const COUNTING_LEAD: Text = { lv: 'Saglabājot rodas jauna redakcija. Rezultāti, kas jau skaitīti, paliek pie savas. Aizpildiet tik daļu, cik pārbaudījumam ir.', en: 'Saving makes a new version. Results that were counted already stay with theirs. Fill in as many parts as the exam has.' };
const NAME_LV: Text = { lv: 'Nosaukums latviski', en: 'Name in Latvian' };
const NAME_EN: Text = { lv: 'Nosaukums angliski', en: 'Name in English' };
const MOST_POINTS: Text = { lv: 'Lielākais punktu skaits', en: 'Most points' };
const WEIGHT_HINT: Text = { lv: 'Procenti no kopvērtējuma; visas daļas kopā ir 100', en: 'Per cent of the total; all parts make 100 together' };
const TIME_HINT: Text = { lv: 'Stundas un minūtes, piemēram, 10:00 (der arī 9.30 un 0930)', en: 'Hours and minutes, as in 10:00 (9.30 and 0930 will do)' };
const PERCENT: Text = { lv: 'Procenti no kopvērtējuma', en: 'Per cent of the total' };
const FIRST_DAY: Text = { lv: 'Sesijas pirmā diena', en: 'First day of the session' };
const LAST_DAY: Text = { lv: 'Sesijas pēdējā diena', en: 'Last day of the session' };
