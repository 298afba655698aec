import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { AddressRow, CodeRow, DeathRow, GuardianshipRow, NameRow, ProtectionRow } from './cards.js';
import { type History, KEPT } from './changes.js';
import { isProtected } from './rights.js';
import { Day, holdsOn, Sex } from './rows.js';

/** When a row that turned out wrong was recorded and by whom, and until when it was believed. */
const RECORDED = { recordedAt: z.date(), recordedBy: z.string(), supersededAt: z.date() };
const BelievedName = NameRow.extend(RECORDED);
const BelievedCode = CodeRow.extend(RECORDED);
const BelievedAddress = AddressRow.extend(RECORDED);
const BelievedGuardianship = GuardianshipRow.extend(RECORDED);
const BelievedProtection = ProtectionRow.extend(RECORDED);
const BelievedDeath = DeathRow.extend(RECORDED);
const BelievedBirth = z.object({ bornOn: Day, sex: Sex, ...RECORDED });
export type BelievedBirth = z.infer<typeof BelievedBirth>;

export type Believed<Row> = Row & z.infer<z.ZodObject<typeof RECORDED>>;

const SPAN = sql`x.valid_from, x.valid_to, x.recorded_at, x.recorded_by, x.superseded_at`;
const NEWEST = sql`order by x.superseded_at desc, x.recorded_at desc, x.id`;

/** Rows that were put right or taken back. A row that only ended, when the next began or earlier than foreseen, was never wrong. */
function wasWrong(history: History): Sql {
  const content = (alias: string) => sql.raw(KEPT[history].split(', ').map((column) => `${alias}.${column}`).join(', '));
  return sql`x.superseded_at is not null and not exists (select from ${sql.table(`persons.${history}`)} s where s.id = x.superseded_by
    and row(${content('s')}, s.valid_from) is not distinct from row(${content('x')}, x.valid_from) and (x.valid_to is null or s.valid_to < x.valid_to))`;
}

export const listBelievedNames = (tx: Read, personId: string): Promise<Believed<NameRow>[]> =>
  tx.all(BelievedName, sql`select x.id, x.given, x.family, ${SPAN} from persons.name x where x.person_id = ${personId} and ${wasWrong('name')} ${NEWEST}`);

export const listBelievedCodes = (tx: Read, personId: string): Promise<Believed<CodeRow>[]> =>
  tx.all(BelievedCode, sql`select x.id, x.code, ${SPAN} from persons.code x where x.person_id = ${personId} and ${wasWrong('code')} ${NEWEST}`);

export const listBelievedAddresses = (tx: Read, personId: string): Promise<Believed<AddressRow>[]> =>
  tx.all(BelievedAddress, sql`select x.id, x.atvk, v.name as unit, x.part, x.street, x.address_code, ${SPAN}
    from persons.address x join territories.unit_version v on v.atvk = x.atvk where x.person_id = ${personId} and ${wasWrong('address')} ${NEWEST}`);

export const listBelievedProtections = (tx: Read, personId: string): Promise<Believed<ProtectionRow>[]> =>
  tx.all(BelievedProtection, sql`select x.id, x.kind, x.basis, ${SPAN} from persons.protection x where x.person_id = ${personId} and ${wasWrong('protection')} ${NEWEST}`);

/** Of a child; the other side is named unless protected. */
export const listBelievedGuardianships = (tx: Read, childId: string, today: IsoDate): Promise<Believed<GuardianshipRow>[]> =>
  tx.all(BelievedGuardianship, sql`
    select x.id, x.child_id, x.guardian_id, x.kind, x.place, x.basis, n.given as other_given, n.family as other_family, ${SPAN}
    from persons.guardianship x left join persons.person p on p.id = x.guardian_id
    left join persons.name n on n.person_id = p.id and ${holdsOn('n', today)} and not ${isProtected(today)}
    where x.child_id = ${childId} and ${wasWrong('guardianship')} ${NEWEST}`);

export const listBelievedDeaths = (tx: Read, personId: string): Promise<Believed<DeathRow>[]> =>
  tx.all(BelievedDeath, sql`select x.id, x.died_on, x.basis, x.recorded_at, x.recorded_by, x.superseded_at
    from persons.death x where x.person_id = ${personId} and x.superseded_at is not null ${NEWEST}`);

export const listBelievedBirths = (tx: Read, personId: string): Promise<BelievedBirth[]> =>
  tx.all(BelievedBirth, sql`select x.born_on, x.sex, x.recorded_at, x.recorded_by, x.superseded_at from persons.birth_before x where x.person_id = ${personId} order by x.superseded_at desc, x.id desc`);
