import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore, single } from '#platform/parameters/parameter-store.js';
import { KEY_PACE } from '../domain/parameters.js';

export const keyPace = parameterStore('apps.parameter', KEY_PACE);

/** What holds on a day. */
export const getParameters = async (tx: Read, day: IsoDate) => single(await keyPace.on(tx, day));

/** The keys are everybody's: each program learns of a new one. */
export async function whomKeysTouch(tx: Read): Promise<Text> {
  const row = await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from apps.client c where c.state = 'active'`);
  return fill(PROGRAMS, row!);
}

const PROGRAMS: Text = { lv: 'Visas lietotnes, kurās ienāk caur Vienkopus; to skaits: {n}', en: 'All programs that people enter through Vienkopus: {n}' };
