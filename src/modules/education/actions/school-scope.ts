import { widenScope } from '#modules/access/public.js';
import { invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import { findYearOn, listYearChoices, type YearRow } from '../store/choices.js';
import { findSchool, type SchoolRow } from '../store/institutions.js';
import type { Recording } from '../store/rows.js';
import { NO_SUCH_SCHOOL, NO_YEAR, NOT_IN_YEAR, OUTSIDE_SCHOOL } from './refusals.js';

/** The institutions an actor is responsible for today, those of their municipalities (by actual founder) among them: the scope of every query about pupils. */
export async function schoolScope({ tx, scope, today }: Pick<ActionContext, 'tx' | 'scope' | 'today'>): Promise<Scope> {
  return { ...(await widenScope(tx, scope, today)), unitIds: [] };
}

/** An institution of the actor's scope by its number. @throws NotFound alike for "is not" and "may not see" */
export async function getSchool(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, regNr: string): Promise<SchoolRow> {
  const school = await findSchool(context.tx, regNr, await schoolScope(context));
  if (!school) throw new NotFound('no-such-school', NO_SUCH_SCHOOL);
  return school;
}

export const recordingOf = ({ now, actor }: Pick<ActionContext, 'now' | 'actor'>): Recording => ({ recordedAt: now, recordedBy: actor.id ?? actor.name });

export interface Years {
  readonly years: readonly YearRow[];
  readonly year: YearRow;
  /** The year that goes on today. */
  readonly current: number;
}

/** The school year asked for, else today's. @throws InvalidInput at `year` */
export async function getYears({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, wanted: number | null): Promise<Years> {
  const years = await listYearChoices(tx);
  const current = await findYearOn(tx, today);
  const year = years.find((one) => one.year === (wanted ?? current));
  if (!year || current === undefined) throw invalid('year', NO_YEAR);
  return { years, year, current };
}

/** @throws InvalidInput at `field` for a day on which the institution is not open */
export function checkOpenOn(school: SchoolRow, field: string, day: IsoDate): void {
  if (day < school.foundedOn || (school.closedOn !== null && day >= school.closedOn)) throw invalid(field, OUTSIDE_SCHOOL);
}

/** @throws InvalidInput at `field` for a day outside the school year */
export function checkInYear(year: YearRow, field: string, day: IsoDate): void {
  if (day < year.startsOn || day >= year.endsBefore) throw invalid(field, NOT_IN_YEAR);
}

