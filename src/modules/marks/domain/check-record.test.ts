import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { type AbsenceTotals, checkAbsence, checkAssessment, type OfSubject, refusalOf, refusalsOf, sumsAgree, type Surroundings, warningsOf, windowOf } from './check-record.js';
import { MONTHS, monthEnd, monthsOf, monthStart, type Period } from './periods.js';

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  place: { grade: 5 }, window: { opensOn: isoDate('2026-12-15'), closesAfter: isoDate('2027-08-31') }, today: isoDate('2026-12-18'), byOrder: false, ...more,
});
const subject = (more: Partial<OfSubject> = {}): OfSubject => ({ needsLanguage: false, isExempt: false, isLicensed: true, offScale: () => null, ...more });
const mark = { value: '7', language: null, decidedOn: null };
const codes = (...of: Parameters<typeof checkAssessment>) => checkAssessment(...of).map(({ code }) => code);

describe('an assessment', () => {
  it('may stand where nothing speaks against it', () => expect(codes(mark, around(), subject())).toEqual([]));
  it('needs the learner to have been in a class', () => expect(codes(mark, around({ place: null }), subject())).toEqual(['VI-203']));
  it('needs a value of the scale of the grade', () => {
    expect(codes(mark, around(), subject({ offScale: (grade) => ({ lv: `${grade}`, en: `${grade}` }) }))).toEqual(['VI-204']);
    expect(codes(mark, around({ place: { grade: null } }), subject())).toEqual(['VI-204']);
  });
  it('needs the language where the subject does not say it', () => {
    expect(codes(mark, around(), subject({ needsLanguage: true }))).toEqual(['VI-205']);
    expect(codes({ ...mark, language: 'fr' }, around(), subject({ needsLanguage: true }))).toEqual([]);
  });
  it('names a language by its code of two letters', () => {
    expect(codes({ ...mark, language: 'english' }, around(), subject())).toEqual(['VI-213']);
    expect(codes({ ...mark, language: 'english' }, around(), subject({ needsLanguage: true }))).toEqual(['VI-213']);
  });
  it('was not decided in the future', () => {
    expect(codes({ ...mark, decidedOn: isoDate('2026-12-19') }, around(), subject())).toEqual(['VI-212']);
    expect(codes({ ...mark, decidedOn: isoDate('2026-12-18') }, around(), subject())).toEqual([]);
  });
  it('is taken from the day the entry opens to the last day of corrections', () => {
    expect(codes(mark, around({ today: isoDate('2026-12-14') }), subject())).toEqual(['VI-207']);
    expect(codes(mark, around({ today: isoDate('2026-12-15') }), subject())).toEqual([]);
    expect(codes(mark, around({ today: isoDate('2027-08-31') }), subject())).toEqual([]);
    expect(codes(mark, around({ today: isoDate('2027-09-01') }), subject())).toEqual(['VI-206']);
  });
  it('is taken after the window closed by an order, and never before it opens', () => {
    expect(codes(mark, around({ today: isoDate('2028-01-01'), byOrder: true }), subject())).toEqual([]);
    expect(codes(mark, around({ today: isoDate('2026-09-01'), byOrder: true }), subject())).toEqual(['VI-207']);
  });
  it('of who is exempt is taken with a warning, and without one as atb', () => {
    expect(codes(mark, around(), subject({ isExempt: true }))).toEqual(['VI-209']);
    expect(codes({ ...mark, value: 'atb' }, around(), subject({ isExempt: true }))).toEqual([]);
  });
  it('without a licence is taken with a warning', () => expect(codes(mark, around(), subject({ isLicensed: false }))).toEqual(['VI-210']));
  it('is told everything that is wrong at once, refusals first', () => {
    expect(codes({ ...mark, language: 'english', decidedOn: isoDate('2028-02-02') }, around({ today: isoDate('2028-01-01') }), subject({ isExempt: true, offScale: () => ({ lv: 'nē', en: 'no' }) }))).toEqual(['VI-212', 'VI-204', 'VI-213', 'VI-206', 'VI-209']);
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean(), fc.constantFrom('2026-09-01', '2026-12-18', '2028-01-01'), (there, fits, needs, exempt, licensed, today) => {
        const found = checkAssessment(mark, around({ place: there ? { grade: 5 } : null, today: isoDate(today) }), subject({ needsLanguage: needs, isExempt: exempt, isLicensed: licensed, offScale: () => (fits ? null : { lv: 'nē', en: 'no' }) }));
        const refused = [...(there ? (fits ? [] : ['VI-204']) : ['VI-203']), ...(needs ? ['VI-205'] : []), ...(today === '2026-09-01' ? ['VI-207'] : today === '2028-01-01' ? ['VI-206'] : [])];
        const warned = [...(exempt ? ['VI-209'] : []), ...(there && !licensed ? ['VI-210'] : [])];
        expect(found.map(({ code }) => code)).toEqual([...refused, ...warned]);
        expect([refusalOf(found)?.code, refusalsOf(found).length, warningsOf(found).length]).toEqual([refused[0], refused.length, warned.length]);
      }),
    );
  });
});

describe('totals of absences', () => {
  const totals = (period: string, lessons: number): AbsenceTotals => ({ period, justifiedLessons: 0, unjustifiedLessons: lessons });
  it('agree when the months do not exceed their semester', () => {
    expect(sumsAgree([totals('S1', 10), totals('M09', 4), totals('M12', 6)])).toBe(true);
    expect(sumsAgree([totals('S1', 10), totals('M09', 5), totals('M12', 6)])).toBe(false);
    expect(sumsAgree([totals('YEAR', 10), totals('S1', 6), totals('S2', 5)])).toBe(false);
  });
  it('do not mind a lesson that becomes justified', () => {
    expect(sumsAgree([totals('S1', 10), { period: 'M09', justifiedLessons: 10, unjustifiedLessons: 0 }])).toBe(true);
  });
  it('are refused where the new one breaks the sums, and replace what was there', () => {
    const others = [totals('S1', 10), totals('M09', 8), totals('M10', 2)];
    expect(checkAbsence(totals('M10', 3), others, around({ window: null })).map(({ code }) => code)).toEqual(['VI-211']);
    expect(checkAbsence(totals('M09', 7), others, around({ window: null }))).toEqual([]);
  });
  it('of months and semesters that have not begun are not taken, by nobody’s order either', () => {
    const rule = { opensOn: null, correctionsUntil: isoDate('2027-08-31') };
    const on = (today: string, period: Period) => checkAbsence(totals(period, 1), [], around({ window: windowOf('absence', period, 2026, rule), today: isoDate(today), byOrder: true })).map(({ code, message }) => `${code} ${message.lv.slice(-11)}`);
    expect([on('2026-11-30', 'M12'), on('2026-12-01', 'M12'), on('2026-12-31', 'S2'), on('2026-11-30', 'M02'), on('2026-11-30', 'S1'), on('2026-11-30', 'YEAR')]).toEqual([['VI-207 01.12.2026.'], [], ['VI-207 01.01.2027.'], ['VI-207 01.02.2027.'], [], []]);
    expect(windowOf('mark', 'S2', 2026, rule)).toEqual({ opensOn: null, closesAfter: '2027-08-31' });
  });
  it('whose parts are split from a whole always agree, and stop agreeing when a part grows beyond it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 9, maxLength: 9 }), fc.integer({ min: 1, max: 50 }), (months, more) => {
        const parts = MONTHS.slice(0, 9).map((period, at) => totals(period, months[at]!));
        const sum = (period: 'S1' | 'S2' | 'YEAR') => totals(period, parts.filter((one) => (monthsOf(period) as readonly string[]).includes(one.period)).reduce((all, one) => all + one.unjustifiedLessons, 0));
        const whole = [...parts, sum('S1'), sum('S2'), sum('YEAR')];
        expect(sumsAgree(whole)).toBe(true);
        expect(sumsAgree(whole.map((one) => (one.period === 'M10' ? totals('M10', one.unjustifiedLessons + more) : one)))).toBe(false);
      }),
    );
  });
});

describe('months of a school year', () => {
  it('begin in the year that names it and end in the next', () => {
    expect([monthStart(2026, 'M09'), monthEnd(2026, 'M09')]).toEqual(['2026-09-01', '2026-09-30']);
    expect([monthStart(2026, 'M12'), monthEnd(2026, 'M12')]).toEqual(['2026-12-01', '2026-12-31']);
    expect([monthStart(2026, 'M02'), monthEnd(2026, 'M02')]).toEqual(['2027-02-01', '2027-02-28']);
    expect([monthStart(2026, 'M08'), monthEnd(2026, 'M08')]).toEqual(['2027-08-01', '2027-08-31']);
  });
});
