import { addOpenItems, addPromotionRules, findClassOf, type OpenItem, promotionBlocks } from '#modules/education/public.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { MONTHS, monthEnd, periodName } from '../domain/periods.js';
import { listMissing, listMonthsEntered, listYearResults } from '../store/year-results.js';

/** What the register of marks adds to education: what is still to be entered before a pupil leaves, and what blocks their promotion. */
export function contributeMarks(): void {
  addOpenItems('marks', (tx, leaving) => openItems(tx, leaving.personId, leaving.institutionId, leaving.on));
  addPromotionRules('marks', async (tx, pupils) => {
    // Grades 9 and 12 end with a document of education, which this register does not know.
    const counted = pupils.filter(({ grade }) => grade !== 9 && grade !== 12);
    const results = Map.groupBy(await listYearResults(tx, counted), ({ personId }) => personId);
    return new Map(counted.map(({ membershipId, personId, grade }) => [membershipId, promotionBlocks({ grade, results: results.get(personId) ?? [] })]));
  });
}

/** Marks of periods that are over by the day, and months without totals of absences. */
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
  const entered = await listMonthsEntered(tx, personId, institutionId, its.year);
  const months = MONTHS.slice(0, 9).filter((month) => monthEnd(its.year, month) < on && !entered.includes(month));
  if (months.length > 0 && !entered.includes('S1')) {
    items.push({ words: fill(NO_ABSENCES, { lv: months.map((month) => periodName(month).lv.toLowerCase()).join(', '), en: months.map((month) => periodName(month).en).join(', ') }), href: `${href}?period=ABSENCE` });
  }
  return items;
}

const both = (text: Text, period: string, lv: readonly string[], en: readonly string[]): Text => fill(text, { lvPeriod: periodName(period).lv, enPeriod: periodName(period).en, lv: lv.join(', '), en: en.join(', ') });

const MISSING: Text = { lv: '{lvPeriod}: nav ievadīts vērtējums – {lv}', en: '{enPeriod}: no assessment entered – {en}' };
const NO_ABSENCES: Text = { lv: 'Nav ievadīti kavējumi: {lv}', en: 'Absences not entered: {en}' };
