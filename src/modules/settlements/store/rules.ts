import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore } from '#platform/parameters/parameter-store.js';
import { SETTLEMENT_RULES } from '../domain/rules.js';

export const settlementRules = parameterStore('settlements.parameter', SETTLEMENT_RULES);

/** The rules that hold on a day. */
export const rulesOn = (tx: Read, day: IsoDate) => settlementRules.on(tx, day);

/** Whoever has settled already: what is prepared next goes by the new rule. */
export async function whomRulesTouch(tx: Read): Promise<Text> {
  const row = await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from (select provider_id from settlements.statement union select recipient_id from settlements.statement) party`);
  return fill(MUNICIPALITIES, row!);
}

const MUNICIPALITIES: Text = {
  lv: 'Pārskati, ko gatavos turpmāk; jau sagatavotie nemainās, atšķirību rāda nākamais pārskats. Pašvaldības, kas jau norēķinās: {n}',
  en: 'Statements prepared from then on; those prepared stay, and the next one shows the difference. Municipalities that settle already: {n}',
};
