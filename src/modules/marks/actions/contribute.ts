import { addBeside, addOpenItems, addPromotionRules, daysOfYear, findClassOf, type OpenItem, promotionBlocks } from '#modules/education/public.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { MONTHS, monthEnd, monthsOf, type Period, periodName } from '../domain/periods.js';
import { seeMarks } from '../permissions.js';
import { coveredBy } from './scope.js';
import { listNilReports } from '../store/nil-reports.js';
import { listMissing, listMonthsEntered, listYearResults } from '../store/year-results.js';

/** What the register of marks adds to education: what is still to be entered before a pupil leaves, and what blocks their promotion. */
export function contributeMarks(): void {
  addBeside('marks', { words: MARKS, covers: (context) => coveredBy(context, seeMarks), classHref: (id) => `/marks/classes/${id}`, memberHref: (id) => `/marks/pupils/${id}` });
  addOpenItems('marks', (tx, leaving) => openItems(tx, leaving.personId, leaving.institutionId, leaving.on));
  addPromotionRules('marks', async (tx, pupils, today) => {
    const results = Map.groupBy(await listYearResults(tx, pupils), ({ personId, classId }) => `${personId} ${classId}`);
    const years = new Map(await Promise.all([...new Set(pupils.map(({ year }) => year))].map(async (year) => [year, await daysOfYear(tx, year)] as const)));
    return new Map(
      pupils.map(({ membershipId, personId, classId, grade, year, classEndsOn }) => {
        const due = years.get(year)?.due('YEAR', { grade, classEndsOn });
        const its = (results.get(`${personId} ${classId}`) ?? []).map((one) => ({ ...one, subject: { lv: one.subject, en: one.subjectEn } }));
        return [membershipId, promotionBlocks({ grade, results: its, due: due ? { day: due.day, opensOn: due.rule.opensOn, postDay: years.get(year)?.due('POST', { grade, classEndsOn })?.day } : null, today })];
      }),
    );
  });
}

/** Marks of periods that are over by the day, and months since the pupil came that neither totals of absences, their own or of a longer period, nor a nil report covers. */
async function openItems(tx: Read, personId: string, institutionId: string, on: IsoDate): Promise<OpenItem[]> {
  const its = await findClassOf(tx, personId, institutionId, addDays(on, -1));
  if (!its) return [];
  const href = `/marks/classes/${its.classId}`;
  const items: OpenItem[] = [];
  for (const [period, endsOn] of [['S1', its.firstSemesterEndsOn], ['S2', its.endsOn], ['YEAR', its.endsOn]] as const) {
    if (endsOn === null || endsOn >= on) continue;
    const missing = await listMissing(tx, { personId, classId: its.classId }, period);
    if (missing.length > 0) items.push({ words: both(MISSING, period, missing.map(({ subject }) => subject), missing.map(({ subjectEn }) => subjectEn)), href: `${href}?period=${period}` });
  }
  const said = [...(await listMonthsEntered(tx, personId, institutionId, its.year)), ...(await listNilReports(tx, institutionId, its.year)).map(({ period }) => period)];
  const covered = new Set(said.flatMap((period) => [period, ...monthsOf(period as Period)]));
  const months = MONTHS.slice(0, 9).filter((month) => monthEnd(its.year, month) >= its.since && monthEnd(its.year, month) < on && !covered.has(month));
  if (months.length > 0) {
    items.push({ words: fill(NO_ABSENCES, { lv: months.map((month) => periodName(month).lv.toLowerCase()).join(', '), en: months.map((month) => periodName(month).en).join(', ') }), href: `${href}?period=ABSENCE` });
  }
  return items;
}

const both = (text: Text, period: string, lv: readonly string[], en: readonly string[]): Text => fill(text, { lvPeriod: periodName(period).lv, enPeriod: periodName(period).en, lv: lv.join(', '), en: en.join(', ') });

const MARKS: Text = { lv: 'Vērtējumi un kavējumi', en: 'Marks and absences' };
const MISSING: Text = { lv: '{lvPeriod}: nav ievadīts vērtējums – {lv}', en: '{enPeriod}: no assessment entered – {en}' };
const NO_ABSENCES: Text = { lv: 'Nav ievadīti kavējumi: {lv}', en: 'Absences not entered: {en}' };
