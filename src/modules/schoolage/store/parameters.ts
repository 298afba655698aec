import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore } from '#platform/parameters/parameter-store.js';
import { type ParameterName, SCHOOLAGE_PARAMETERS } from '../domain/parameters.js';

export const schoolageParameters = parameterStore('schoolage.parameter', SCHOOLAGE_PARAMETERS);

/** One number as it holds on a day. @throws Error where it has no value then, which the first migration rules out */
export async function numberOn(tx: Read, name: ParameterName, day: IsoDate): Promise<number> {
  const value = (await schoolageParameters.on(tx, day))[name][0];
  if (value === undefined) throw new Error(`no value of ${name} on ${day}`);
  return value;
}

/** Ages and days meet the children of coming extracts; what is open now keeps its days. */
export async function whomNumbersTouch(tx: Read, name: ParameterName): Promise<Text> {
  if (name === 'smallest-number') return REPORT;
  const row = await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from schoolage.inquiry_state s where s.superseded_at is null and s.state = 'open'`);
  return fill(name === 'remind-before' ? REMINDED : COMING, row!);
}

const REPORT: Text = { lv: 'Pārskatu par nereģistrētajiem bērniem un visus, kas to pieprasa', en: 'The report on unregistered children and all who ask for it' };
const REMINDED: Text = { lv: 'Pašvaldības ar atvērtiem gadījumiem; tādu gadījumu skaits: {n}', en: 'Municipalities with open inquiries; such inquiries: {n}' };
const COMING: Text = { lv: 'Nākamos izrakstus. Atvērtie gadījumi ({n}) patur savu termiņu', en: 'Coming extracts. Open inquiries ({n}) keep their deadlines' };
