import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { isProtected, livesIn, protectionAllows } from './rights.js';
import { Code, Day, GuardianshipKindRow, holdsOn, ProtectionKindRow, Sex } from './rows.js';

const PersonRow = z.object({
  id: z.string(),
  bornOn: Day,
  sex: Sex,
  diedOn: Day.nullable(),
  isProtected: z.boolean(),
});
export type PersonRow = z.infer<typeof PersonRow>;

/** The person if the scope covers their home and protection does not hide them; the same answer as for nobody otherwise. */
export const findPersonWithin = (tx: Read, id: string, scope: Scope, protectedScope: Scope, today: IsoDate): Promise<PersonRow | undefined> =>
  tx.first(
    PersonRow,
    sql`select p.id, p.born_on, p.sex, p.died_on, ${isProtected(today)} as is_protected from persons.person p
      where p.id = ${id} and ${livesIn(scope, today)} and ${protectionAllows(protectedScope, today)}`,
  );

const span = { validFrom: Day, validTo: Day.nullable() };
export const NameRow = z.object({ id: z.string(), given: z.string(), family: z.string(), ...span });
export const CodeRow = z.object({ id: z.string(), code: Code, ...span });
export const AddressRow = z.object({ id: z.string(), atvk: z.string(), unit: z.string(), part: z.string(), street: z.string(), addressCode: z.string().nullable(), ...span });
export const ProtectionRow = z.object({ id: z.string(), kind: ProtectionKindRow, basis: z.string(), ...span });
export const GuardianshipRow = z.object({
  id: z.string(),
  childId: z.string(),
  guardianId: z.string().nullable(),
  kind: GuardianshipKindRow,
  place: z.string(),
  basis: z.string(),
  otherGiven: z.string().nullable(),
  otherFamily: z.string().nullable(),
  ...span,
});
export type NameRow = z.infer<typeof NameRow>;
export type CodeRow = z.infer<typeof CodeRow>;
export type AddressRow = z.infer<typeof AddressRow>;
export type ProtectionRow = z.infer<typeof ProtectionRow>;
export type GuardianshipRow = z.infer<typeof GuardianshipRow>;

/** Rows of a history as they were believed at an instant; as they are believed now when none is given. */
const believed = (alias: string, at: Date | null): Sql => {
  const [recorded, superseded] = [sql.ref(`${alias}.recorded_at`), sql.ref(`${alias}.superseded_at`)];
  return at ? sql`${recorded} <= ${at} and (${superseded} is null or ${superseded} > ${at})` : sql`${superseded} is null`;
};

/** Newest first. */
export const listNames = (tx: Read, personId: string, asBelievedAt: Date | null = null): Promise<NameRow[]> =>
  tx.all(NameRow, sql`select n.id, n.given, n.family, n.valid_from, n.valid_to from persons.name n
    where n.person_id = ${personId} and ${believed('n', asBelievedAt)} order by n.valid_from desc`);

export const listCodes = (tx: Read, personId: string): Promise<CodeRow[]> =>
  tx.all(CodeRow, sql`select c.id, c.code, c.valid_from, c.valid_to from persons.code c
    where c.person_id = ${personId} and ${believed('c', null)} order by c.valid_from desc`);

export const listAddresses = (tx: Read, personId: string, asBelievedAt: Date | null = null): Promise<AddressRow[]> =>
  tx.all(AddressRow, sql`select a.id, a.atvk, v.name as unit, a.part, a.street, a.address_code, a.valid_from, a.valid_to
    from persons.address a join territories.unit_version v on v.atvk = a.atvk
    where a.person_id = ${personId} and ${believed('a', asBelievedAt)} order by a.valid_from desc`);

export const listProtections = (tx: Read, personId: string): Promise<ProtectionRow[]> =>
  tx.all(ProtectionRow, sql`select x.id, x.kind, x.basis, x.valid_from, x.valid_to from persons.protection x
    where x.person_id = ${personId} and ${believed('x', null)} order by x.valid_from desc`);

export const DeathRow = z.object({ id: z.string(), diedOn: Day, basis: z.string() });
export type DeathRow = z.infer<typeof DeathRow>;

export const findDeath = (tx: Read, personId: string): Promise<DeathRow | undefined> =>
  tx.first(DeathRow, sql`select d.id, d.died_on, d.basis from persons.death d where d.person_id = ${personId} and d.superseded_at is null`);

/** Those who act for the person, and those for whom the person acts; `other…` names the other side, unless protected. Protected children stand last: their place among the others would tell when they were born. */
export const listGuardianships = (tx: Read, personId: string, today: IsoDate): Promise<GuardianshipRow[]> =>
  tx.all(GuardianshipRow, sql`
    select g.id, g.child_id, g.guardian_id, g.kind, g.place, g.basis, n.given as other_given, n.family as other_family, g.valid_from, g.valid_to
    from persons.guardianship g
    left join persons.person p on p.id = case when g.child_id = ${personId} then g.guardian_id else g.child_id end
    left join persons.name n on n.person_id = p.id and ${holdsOn('n', today)} and not ${isProtected(today)}
    where (g.child_id = ${personId} or g.guardian_id = ${personId}) and g.superseded_at is null
    order by g.guardian_id = ${personId} and n.family is null, g.valid_from desc, g.id`);

const WardRow = z.object({ id: z.string(), given: z.string(), family: z.string(), bornOn: Day, kind: GuardianshipKindRow });
export type WardRow = z.infer<typeof WardRow>;

/** Living minors for whom the person acts on a day. Protected children are left out: protection may be from this very person. */
export const listWards = (tx: Read, guardianId: string, day: IsoDate): Promise<WardRow[]> =>
  tx.all(WardRow, sql`
    select p.id, n.given, n.family, p.born_on, g.kind
    from persons.guardianship g join persons.person p on p.id = g.child_id
    join persons.name n on n.person_id = p.id and ${holdsOn('n', day)}
    where g.guardian_id = ${guardianId} and ${holdsOn('g', day)} and p.died_on is null
      and p.born_on > (${day}::date - interval '18 years') and not ${isProtected(day)}
    order by p.born_on, p.id`);

const GuardianOf = z.object({ childId: z.string(), guardianId: z.string() });

/** Who acts on a day for which of these people: the same pairs as `listWards`, so of minors alone and of nobody protected. */
export const listGuardiansOf = (tx: Read, childIds: readonly string[], day: IsoDate): Promise<z.infer<typeof GuardianOf>[]> =>
  tx.all(GuardianOf, sql`
    select distinct g.child_id, g.guardian_id from persons.guardianship g join persons.person p on p.id = g.child_id
    where g.child_id = any(${[...childIds]}::uuid[]) and g.guardian_id is not null and ${holdsOn('g', day)} and p.died_on is null
      and p.born_on > (${day}::date - interval '18 years') and not ${isProtected(day)}
    order by g.child_id, g.guardian_id`);

/** Whose personal code it is or ever was. */
export const findIdByCode = async (tx: Read, code: string): Promise<string | undefined> =>
  (await tx.first(z.object({ id: z.string() }), sql`select person_id as id from persons.code where code = ${code} and superseded_at is null`))?.id;
