import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import { type ReportContext, reportKind } from '#platform/reports/report-kind.js';
import type { Column } from '#platform/spreadsheets/column.js';
import { examTitle, TERM_WORDS } from '../domain/exam-words.js';
import { OUTCOME_WORDS } from '../domain/outcomes.js';
import { MOST_PARTS } from '../domain/scoring.js';
import { seeResults } from '../permissions.js';
import { listExamYears } from '../store/catalogue.js';
import { type ReportedResult, streamReportedResults } from '../store/report-rows.js';
import { type EventStanding, findStanding, listStandings } from '../store/results.js';
import { INSTITUTION_FIELD, RegNr } from './fields.js';

/** Results of an exam at an institution (Izglītības iestādes pārbaudījuma rezultāti); only what is published. */
export const examResultsReport = reportKind({
  name: 'exam-results',
  title: { lv: 'Izglītības iestādes pārbaudījuma rezultāti', en: 'Results of an exam at an institution' },
  summary: { lv: 'Pārbaudījuma kārtotāji ar vērtējumu katrā daļā un kopā, ierašanos un starptautisko sertifikātu. Tikai paziņotie rezultāti.', en: 'Candidates of an exam with their per cent in each part and in all, whether they came, and international documents. Published results alone.' },
  permission: seeResults,
  input: z.object({ event: z.uuid(), regNr: RegNr }),
  fields: [{ name: 'event', label: { lv: 'Norise', en: 'Event' }, kind: 'choice', options: eventOptions }, INSTITUTION_FIELD],
  columns: columnsOf,
  async *rows(context, { event, regNr }) {
    yield* streamReportedResults(context.tx, event, { scope: await schoolScope(context), today: context.today, now: context.now, regNr });
  },
  personOf: ({ personId }) => personId,
  async about({ tx }, { event, regNr }, lang) {
    const found = await findStanding(tx, event);
    return [...(found ? [{ label: EXAM[lang], value: `${examTitle(found)[lang]}, ${TERM_WORDS[found.term][lang].toLowerCase()}` }] : []), { label: INSTITUTION_FIELD.label[lang], value: regNr ?? ALL[lang] }];
  },
});

async function eventOptions({ tx, now }: ReportContext): Promise<{ value: string; text: Text }[]> {
  const events: EventStanding[] = [];
  for (const year of (await listExamYears(tx)).slice(0, 3)) events.push(...(await listStandings(tx, year)));
  const words = (one: EventStanding, lang: Lang) => `${examTitle(one)[lang]}, ${TERM_WORDS[one.term][lang].toLowerCase()}, ${readableDay(one.heldOn)}`;
  return events.filter(({ visibleFrom }) => visibleFrom !== null && visibleFrom <= now).map((one) => ({ value: one.eventId, text: { lv: words(one, 'lv'), en: words(one, 'en') } }));
}

function columnsOf(lang: Lang): Column<ReportedResult>[] {
  const text = (header: Text, value: (row: ReportedResult) => string | null): Column<ReportedResult> => ({ kind: 'text', header: header[lang], value });
  return [
    text({ lv: 'Iestāde', en: 'Institution' }, ({ institution }) => institution),
    text({ lv: 'Vārds', en: 'Given name' }, ({ given }) => given),
    text({ lv: 'Uzvārds', en: 'Family name' }, ({ family }) => family),
    text({ lv: 'Klase/kurss', en: 'Class' }, ({ classTitle }) => classTitle),
    text({ lv: 'Kārtotāja numurs', en: 'Candidate code' }, ({ candidateCode }) => candidateCode),
    text({ lv: 'Eksāmena nosaukums', en: 'Exam' }, (row) => examTitle(row)[lang]),
    ...Array.from({ length: MOST_PARTS }, (_, at): Column<ReportedResult> => ({ kind: 'integer', header: { lv: `Vērtējums ${at + 1}. daļā`, en: `Per cent in part ${at + 1}` }[lang], value: ({ perCents }) => perCents[at] ?? null })),
    { kind: 'integer', header: { lv: 'Vērtējums kopā', en: 'Total' }[lang], value: ({ total }) => total },
    text({ lv: 'Ieradās', en: 'Came' }, ({ came }) => (came ? YES : NO)[lang]),
    text({ lv: 'Starptautiskais sertifikāts', en: 'International document' }, ({ replaced }) => (replaced ? IS : NONE)[lang]),
    text({ lv: 'Iznākums', en: 'Outcome' }, ({ outcome }) => OUTCOME_WORDS[outcome][lang]),
  ];
}

const EXAM: Text = { lv: 'Pārbaudījums', en: 'Exam' };
const ALL: Text = { lv: 'visas, ko drīkst redzēt', en: 'all that may be seen' };
const YES: Text = { lv: 'Jā', en: 'Yes' };
const NO: Text = { lv: 'Nē', en: 'No' };
const IS: Text = { lv: 'Ir', en: 'Yes' };
const NONE: Text = { lv: 'Nav', en: 'No' };
