import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadlineOf, isLate } from '#modules/education/public.js';
import { dayInRiga, fixedClock } from '#kernel/clock.js';
import { A, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
beforeAll(async () => {
  s = await sendingSchool('2026-06-16T10:00:00+03:00');
  await s.rows(`update intake.journal_school set valid_from = '2025-09-01'`);
});
afterAll(() => s.t.close());

test.each([
  { grade: 9, day: '2026-06-16', late: false },
  { grade: 9, day: '2026-06-17', late: true },
  { grade: 12, day: '2026-06-25', late: false },
  { grade: 12, day: '2026-06-26', late: true },
])('scenario 17.4: a mark of grade $grade sent on $day is taken, and late: $late', async ({ grade, day, late }) => {
  // In place: the server asks this platform for the time.
  Object.assign(s.t.platform, { clock: fixedClock(`${day}T23:30:00+03:00`) });
  const classId = await s.aClass(`${grade}.${day.slice(-2)}`, grade, A, 2025);
  const pupil = await s.pupil(classId, '2025-09-01');
  expect(await s.send({ year: 2025 }, [{ pupil: pupil.code, subjectId: await s.subject('Matemātika'), period: 'YEAR', value: '8' }])).toMatchObject({ status: 200, taken: 1, refused: 0 });
  const [mark] = await s.rows<{ entered_at: Date }>('select a.entered_at from marks.mark m join marks.arrival a on a.id = m.arrival_id where m.person_id = $1', [pupil.id]);
  const due = await deadlineOf(s.t.database.read, 'YEAR', { year: 2025, grade, classId });
  expect(isLate(due!, dayInRiga(mark!.entered_at))).toBe(late);
});
