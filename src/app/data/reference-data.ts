import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEducationClassifiers } from '#modules/education/public.js';
import { loadExamCatalogue } from '#modules/exams/public.js';
import { carryOutReform, rehearseAtOnce } from '#modules/reforms/public.js';
import { defineReform, openFoundingMap, parseReferenceData, type ReferenceData, type ReferenceReform } from '#modules/territories/public.js';
import { parseCalendarDays, parseCalendarOrders } from '#platform/calendar/calendar-file.js';
import { loadCalendar } from '#platform/calendar/calendar-store.js';
import type { Database } from '#platform/db/database.js';
import { DB_FOLDER } from '../open-database.js';
import { once } from './steps.js';

const LOADER = 'reference data';

export async function readReferenceData(): Promise<ReferenceData> {
  const table = (name: string) => readFile(join(DB_FOLDER, 'data/territories', name), 'utf8');
  return parseReferenceData(await table('units.csv'), await table('successions.csv'));
}

/** The map of 2009: 119 municipalities. */
export const loadFoundingMap = (database: Database, { founding }: ReferenceData): Promise<void> =>
  once(database, 'founding-map', (tx) => openFoundingMap(tx, founding));

/** One real reform, run through the same engine as every later one, on whatever the registers hold by then. */
export async function loadReform(database: Database, reform: ReferenceReform, now: Date): Promise<void> {
  await once(database, `reform-${reform.effective}`, async (tx) => {
    const { title, effective, legalBasis, newVersions: units, successions } = reform;
    const id = await defineReform(tx, { titleLv: title.lv, titleEn: title.en, effective, legalBasis, madeUp: false, units, successions }, LOADER, now);
    await rehearseAtOnce(tx, id, LOADER, now);
    await carryOutReform(tx, id, LOADER, now);
  });
}

/** Days that the Cabinet moved, and one-off holidays, as far as they are known. */
export async function loadBusinessCalendar(database: Database, now: Date): Promise<void> {
  const table = (name: string) => readFile(join(DB_FOLDER, 'data/calendar', name), 'utf8');
  const data = { days: parseCalendarDays(await table('days.csv')), orders: parseCalendarOrders(await table('orders.csv')) };
  await once(database, 'calendar-2026', (tx) => loadCalendar(tx, data, now, LOADER).then(() => undefined));
}

/** School years, deadlines, programmes, subjects, scales and reasons, each with its source; more is added by a new mark. */
export async function loadEducation(database: Database, now: Date): Promise<void> {
  const table = (name: string) => readFile(join(DB_FOLDER, 'data/education', `${name}.csv`), 'utf8');
  await once(database, 'education-2026', (tx) => loadEducationClassifiers(tx, table, now, LOADER).then(() => undefined));
}

/** The exams of the school years that are known, each with its source; more is added by a new mark. */
export async function loadExams(database: Database, now: Date): Promise<void> {
  const table = (name: string) => readFile(join(DB_FOLDER, 'data/exams', `${name}.csv`), 'utf8');
  await once(database, 'exams-2026', (tx) => loadExamCatalogue(tx, table, now, LOADER).then(() => undefined));
}

/** Everything every installation begins with, the registers still empty. */
export async function loadReferenceData(database: Database, now: Date): Promise<void> {
  await loadBusinessCalendar(database, now);
  await loadEducation(database, now);
  await loadExams(database, now);
  const data = await readReferenceData();
  await loadFoundingMap(database, data);
  for (const reform of data.reforms) await loadReform(database, reform, now);
}
