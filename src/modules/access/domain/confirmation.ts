import { addDays, type IsoDate } from '#kernel/iso-date.js';

const DAYS_TO_WARN = 30;

export type ConfirmationState = 'confirmed' | 'due-soon' | 'overdue';

/** The day by which a right must be confirmed again: some months after the last confirmation, at most the month's last day. */
export function dueDay(confirmedOn: IsoDate, months: number): IsoDate {
  const [year, month, day] = confirmedOn.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10) as IsoDate;
}

export function confirmationState(due: IsoDate, today: IsoDate): ConfirmationState {
  if (due <= today) return 'overdue';
  return due <= addDays(today, DAYS_TO_WARN) ? 'due-soon' : 'confirmed';
}
