import { addDays, type IsoDate } from '#kernel/iso-date.js';

/** Finds the day so many working days after another one, before it where the number is negative. */
export type AddWorkingDays = (day: IsoDate, workingDays: number) => { readonly day: IsoDate };

/** One reminder of a deadline: so many working days from it, negative before it, and the day on which it is sent. */
export interface Stage {
  readonly stage: number;
  readonly day: IsoDate;
}

/** The reminders of a deadline in the order in which they come. Two that fall on one day are one: the later. */
export function stagesOf(dueOn: IsoDate, { before, after }: { readonly before: readonly number[]; readonly after: readonly number[] }, add: AddWorkingDays): Stage[] {
  const numbers = [...before.map((days) => -days), ...after].sort((a, b) => a - b);
  const stages = numbers.map((stage) => ({ stage, day: add(dueOn, stage).day }));
  return stages.filter((one, at) => stages[at + 1]?.day !== one.day);
}

/** The reminder that a day calls for: the last one whose day has come, so that a day on which nothing ran is made good. Undefined before the first. */
export const stageOn = (stages: readonly Stage[], today: IsoDate): Stage | undefined => stages.findLast(({ day }) => day <= today);

/** Reminders are sent on working days alone. */
export const isWorkingDay = (day: IsoDate, add: AddWorkingDays): boolean => add(addDays(day, -1), 1).day === day;

/** So long after a deadline nobody is reminded any more. */
export const GIVEN_UP_AFTER_DAYS = 30;
