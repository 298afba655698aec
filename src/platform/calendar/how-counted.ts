import { readableDay, weekday } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { DayAndReason, Deadline } from './business-calendar.js';

/** How a deadline was counted, in sentences for the card it stands on. Plain weekends are not listed, only that they do not count. */
export function howCounted(deadline: Deadline): Text {
  const { start, workingDays, day, skipped, worked } = deadline;
  const special = skipped.filter((one) => weekday(one.day) < 6);
  const lv = [`${readableDay(day)} plkst. 23.59: ${countLv(workingDays)} no ${readableDay(start)} Pirmā diena, sestdienas un svētdienas netiek skaitītas.`];
  const en = [`${readableDay(day)} 23:59: ${countEn(workingDays)} ${readableDay(start)} The first day, Saturdays and Sundays do not count.`];
  if (special.length > 0) {
    lv.push(`Neskaita arī: ${list(special, 'lv')}.`);
    en.push(`Also not counted: ${list(special, 'en')}.`);
  }
  if (worked.length > 0) {
    lv.push(`Skaita: ${list(worked, 'lv')}.`);
    en.push(`Counted: ${list(worked, 'en')}.`);
  }
  return { lv: lv.join(' '), en: en.join(' ') };
}

const list = (days: readonly DayAndReason[], lang: 'lv' | 'en') => days.map(({ day, why }) => `${readableDay(day)} ${why[lang]}`).join('; ');

function countLv(n: number): string {
  const many = Math.abs(n);
  const words = many % 10 === 1 && many % 100 !== 11 ? 'darba diena' : 'darba dienas';
  return n < 0 ? `${many} ${words} atpakaļ` : `${many} ${words}`;
}

const countEn = (n: number) => `${Math.abs(n)} working day${Math.abs(n) === 1 ? '' : 's'} ${n < 0 ? 'before' : 'after'}`;
