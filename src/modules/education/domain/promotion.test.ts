import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { same } from '#kernel/text.js';
import { blockWords, promotionBlocks, type ResultsDue, ruleWords, type ToPromote, type YearResult } from './promotion.js';

const of = (subject: string, points: number | null, more: Partial<YearResult> = {}): YearResult => ({ subject: same(subject), points, entered: true, begun: more.entered ?? true, ...more });
const marks = (...points: (number | null)[]): YearResult[] => points.map((one, at) => of(`S${at}`, one));
const DUE: ResultsDue = { day: isoDate('2027-06-01'), opensOn: isoDate('2027-05-20') };
const blocks = (grade: number, results: readonly YearResult[], more: Partial<ToPromote> = {}) => promotionBlocks({ grade, results, due: DUE, today: isoDate('2027-06-10'), ...more });
const rules = (grade: number, results: readonly YearResult[], more: Partial<ToPromote> = {}) => blocks(grade, results, more).map((block) => block.rule);

test('grade 7 with two post-examinations below 4 is blocked by MK 11 25.2 (scenario 17.11)', () => {
  const results = [of('Matemātika', 3, { postPoints: 3 }), of('Fizika', 2, { postPoints: 1 }), ...marks(7)];
  expect(blocks(7, results)).toMatchObject([{ rule: 'MK 11 25.2', subjects: [same('Matemātika'), same('Fizika')], waits: false }]);
});

test('grades 4 to 8: one post-examination below 4 does not block', () => {
  expect(rules(5, [of('A', 3, { postPoints: 3 }), ...marks(4, 10)])).toEqual([]);
  expect(rules(5, [of('A', 3, { postPoints: 4 }), of('B', 1, { postPoints: 3 })])).toEqual([]);
});

test('grades 4 to 8: a year mark below 4 without a post-examination blocks, even a single one', () => {
  expect(rules(6, marks(3, 8))).toEqual(['MK 11 25.2']);
  expect(rules(6, marks(null, 8))).toEqual(['MK 11 25.2']);
});

test('exempt subjects do not count', () => {
  expect(rules(8, [of('Sports', null, { exempt: true }), ...marks(4)])).toEqual([]);
  expect(rules(2, [of('Sports', null, { exempt: true })])).toEqual([]);
});

test('grades 1 to 3: outcomes that are not assessed, or advice to repeat, block', () => {
  const assessed = of('Latviešu valoda', null, { outcomesAssessed: true });
  expect(rules(3, [assessed])).toEqual([]);
  expect(rules(3, [assessed, of('Matemātika', null)])).toEqual(['MK 11 25.1']);
  expect(rules(1, [assessed], { councilAdvisesRepeating: true })).toEqual(['MK 11 25.1']);
});

test('grades 10 and 11: anything below 4 blocks', () => {
  expect(rules(10, marks(4, 5))).toEqual([]);
  expect(rules(11, marks(4, 3))).toEqual(['MK 11 25.3']);
  expect(rules(11, [of('A', 3, { postPoints: 3 })])).toEqual(['MK 11 25.3']);
});

test('grades 9 and 12: nobody finishes with a mark below 4, without one, or where no subjects are known', () => {
  expect(rules(9, marks(8))).toEqual([]);
  expect(rules(9, marks(8, null))).toEqual(['MK 11 26']);
  expect(rules(12, marks(2))).toEqual(['MK 11 26']);
  expect(blocks(9, [])).toMatchObject([{ waits: true }]);
});

const missing = (subject: string) => of(subject, null, { entered: false });

test('while marks of the year may still come, what is missing waits and fails nobody, on the due day too', () => {
  for (const today of ['2026-11-22', '2027-05-20', '2027-06-01'].map((day) => isoDate(day))) {
    for (const grade of [2, 5, 9, 10, 12]) expect(blocks(grade, [missing('A'), ...marks(3)], { today })).toMatchObject([{ rule: '', waits: true, subjects: today < '2027-05-20' ? [] : [same('A')] }]);
    expect(blocks(9, [], { today })).toMatchObject([{ waits: true }]);
  }
  expect(rules(5, [missing('A'), ...marks(5)], { today: isoDate('2027-06-02') })).toEqual(['MK 11 25.2']);
});

test('a school that entered nothing by the due day is late: nobody is proposed to repeat for its silence', () => {
  const late = { today: isoDate('2027-06-02') };
  for (const grade of [2, 5, 9, 10, 12]) expect(blocks(grade, [missing('A'), missing('B')], late)).toMatchObject([{ rule: '', waits: true, words: { lv: expect.stringContaining('01.06.2027.') } }]);
  expect(rules(2, [of('A', null, { entered: false, begun: true, outcomesAssessed: false }), missing('B')], late)).toEqual(['MK 11 25.1']);
  expect(rules(5, [of('A', null), missing('B')], late)).toEqual(['MK 11 25.2']);
});

test('the reason says from when and until when results are entered', () => {
  expect(blocks(5, [missing('A')], { today: isoDate('2026-11-22') })[0]!.words.lv).toContain('no 20.05.2027. līdz 01.06.2027.');
  expect(blocks(5, [missing('A')], { today: isoDate('2027-05-25') })[0]!.words.en).toContain('due on 01.06.2027.');
  expect(blocks(5, [missing('A')], { due: null })[0]).toMatchObject({ waits: true, words: { en: expect.stringContaining('no deadline') } });
});

test('a year mark below 4 proposes no repeating while its post-examination may still be taken, through the day that the deadlines say', () => {
  const due = { ...DUE, postDay: isoDate('2027-08-31') };
  const [block, ...others] = blocks(6, [of('A', 3), ...marks(8)], { due, today: isoDate('2027-08-31') });
  expect([block, others]).toMatchObject([{ waits: true, subjects: [same('A')], words: { lv: expect.stringContaining('līdz 31.08.2027.') } }, []]);
  expect(rules(6, [of('A', 3), ...marks(8)], { due, today: isoDate('2027-09-01') })).toEqual(['MK 11 25.2']);
  expect(rules(10, marks(3), { due })).toEqual(['MK 11 25.3']);
  expect(rules(6, [of('A', 3, { postPoints: 3 }), of('B', 2, { postPoints: 2 })], { due })).toEqual(['MK 11 25.2']);
  expect(rules(9, marks(3), { due })).toEqual(['MK 11 26']);
});

test('what is entered decides before the due day already, an nv too', () => {
  expect(rules(5, marks(4, 9), { today: isoDate('2027-05-25') })).toEqual([]);
  expect(rules(5, [of('A', 3, { postPoints: 3 }), of('B', null, { postPoints: 2 })], { today: isoDate('2027-05-25') })).toEqual(['MK 11 25.2']);
});

test('a rule is cited as the act is, and a block is a sentence in both languages', () => {
  expect(ruleWords('MK 11 26')).toEqual({ lv: 'MK noteikumi Nr. 11, 26. punkts', en: 'Cabinet Regulation No. 11, paragraph 26' });
  expect(blockWords({ rule: 'MK 11 25.2', words: { lv: 'zem 4', en: 'below 4' }, subjects: [{ lv: 'Fizika', en: 'Physics' }], waits: false })).toEqual({
    lv: 'MK noteikumi Nr. 11, 25.2. apakšpunkts: zem 4: Fizika',
    en: 'Cabinet Regulation No. 11, sub-paragraph 25.2: below 4: Physics',
  });
});

test('a better mark never blocks who was not blocked', () => {
  fc.assert(
    fc.property(fc.constantFrom(4, 5, 6, 7, 8, 10, 11), fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 8 }), fc.nat(7), (grade, points, at) => {
      const better = points.map((one, n) => (n === at % points.length ? Math.min(10, one + 1) : one));
      if (rules(grade, marks(...points)).length === 0) expect(rules(grade, marks(...better))).toEqual([]);
    }),
  );
});
