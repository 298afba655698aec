import type { IsoDate } from '#kernel/iso-date.js';
import { isMadeUp, personCode } from '#kernel/person-code.js';
import type { Write } from '#platform/db/transaction.js';
import { madeUpId } from '../domain/made-up-persons.js';
import { findOwner } from '../store/by-code.js';
import { addRow, insertPerson, refreshSearch } from '../store/changes.js';

/** Someone of the demonstration whom outside systems know by the same code. */
export interface MadeUpSomeone {
  readonly given: string;
  readonly family: string;
  /** Eleven digits that can belong to nobody. */
  readonly code: string;
  readonly bornOn: IsoDate;
  readonly sex: 'female' | 'male';
}

/** Enters people of the demonstration into the register, those who are not yet there. What is made up of them follows from their identity, so it follows from their code. @throws Error when a code could belong to someone */
export async function registerMadeUpPeople(tx: Write, people: readonly MadeUpSomeone[], today: IsoDate, now: Date): Promise<void> {
  const recording = { recordedAt: now, recordedBy: 'made-up data' };
  for (const { given, family, code, bornOn, sex } of people) {
    const made = personCode(code);
    if (!isMadeUp(made)) throw new Error('a code of the demonstration could belong to someone');
    if (await findOwner(tx, made, today)) continue;
    const id = await insertPerson(tx, { bornOn, sex }, recording, madeUpId(Number(made)));
    await addRow(tx, 'name', { personId: id, given, family, validFrom: bornOn }, recording);
    await addRow(tx, 'code', { personId: id, code: made, validFrom: bornOn }, recording);
    await refreshSearch(tx, id);
  }
}
