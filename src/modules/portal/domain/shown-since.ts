import { dayInRiga, instantInRiga } from '#kernel/clock.js';
import { isoDate } from '#kernel/iso-date.js';

/** The instant so many calendar months before another, at the same time of day in Riga; in a shorter month on its last day. */
export function monthsBefore(now: Date, months: number): Date {
  const [year = 0, month = 0, day = 0] = dayInRiga(now).split('-').map(Number);
  const whole = year * 12 + month - 1 - months;
  const [toYear, toMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
  const last = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const words = (value: number, width: number) => String(value).padStart(width, '0');
  const midnight = instantInRiga(dayInRiga(now));
  const earlier = instantInRiga(isoDate(`${words(toYear, 4)}-${words(toMonth, 2)}-${words(Math.min(day, last), 2)}`));
  return new Date(earlier.getTime() + (now.getTime() - midnight.getTime()));
}
