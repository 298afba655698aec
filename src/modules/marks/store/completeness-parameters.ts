import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore } from '#platform/parameters/parameter-store.js';
import { COMPLETENESS, type ParameterName } from '../domain/completeness-parameters.js';

export const completenessParameters = parameterStore('marks.parameter', COMPLETENESS);

/** The numbers that hold on a day; empty for what has none. */
export const numbersOn = (tx: Read, day: IsoDate) => completenessParameters.on(tx, day);

/** Reminders meet the institutions from which something is still out; the rest, whoever asks for the reports. */
export async function whomNumbersTouch(tx: Read, name: ParameterName): Promise<Text> {
  if (!name.startsWith('remind-')) return name === 'smallest-number' ? ALL_REPORTS : ABSENCE_REPORT;
  const row = await tx.first(z.object({ n: z.number() }), sql`select count(distinct s.institution_id)::int as n from marks.standing s where s.received < s.expected`);
  return fill(INSTITUTIONS, row!);
}

const INSTITUTIONS: Text = { lv: 'Iestādes, no kurām vēl nav visu ierakstu, un to pašvaldības; tādu iestāžu skaits: {n}', en: 'Institutions from which not everything has come, and their municipalities; such institutions: {n}' };
const ABSENCE_REPORT: Text = { lv: 'Pārskatu par ilgstošiem kavējumiem un visus, kas to pieprasa', en: 'The report on long absences and all who ask for it' };
const ALL_REPORTS: Text = { lv: 'Visus pārskatus ar skaitļiem un visus, kas tos pieprasa', en: 'All reports with numbers and all who ask for them' };
