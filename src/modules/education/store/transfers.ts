import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, ofScope } from './rows.js';

export const TRANSFER_STATES = ['asked', 'agreed', 'refused', 'withdrawn', 'done'] as const;
const TransferRow = z.object({
  id: z.string(), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(),
  fromInstitutionId: z.string(), fromRegNr: z.string(), fromName: z.string(), toInstitutionId: z.string(), toRegNr: z.string(), toName: z.string(),
  programmeCode: z.string(), programmeLv: z.string(), programmeEn: z.string(), classId: z.string().nullable(), class: z.string().nullable(), fromClass: z.string().nullable(), movesOn: Day,
  state: z.enum(TRANSFER_STATES), reason: z.string(), askedAt: z.date(), answeredAt: z.date().nullable(), doneAt: z.date().nullable(),
});
export type TransferRow = z.infer<typeof TransferRow>;

const select = (today: IsoDate): Sql => sql`select t.id, t.person_id, n.given, n.family, n.is_protected, t.from_institution_id, f.reg_nr as from_reg_nr, f.name as from_name, t.to_institution_id, o.reg_nr as to_reg_nr, o.name as to_name,
    t.programme_code, g.name_lv as programme_lv, g.name_en as programme_en, t.class_id, c.title as class,
    (select k.title from education.placement l join education.class k on k.id = l.class_id join education.membership m on m.id = l.membership_id
      where l.person_id = t.person_id and m.institution_id = t.from_institution_id and l.superseded_at is null and l.valid_from <= t.moves_on order by l.valid_from desc limit 1) as from_class,
    t.moves_on, t.state, t.reason, t.asked_at, t.answered_at, t.done_at
  from education.transfer t join institutions.institution f on f.id = t.from_institution_id join institutions.institution o on o.id = t.to_institution_id
  join education.programme g on g.code = t.programme_code left join education.class c on c.id = t.class_id ${joinName('n', sql`t.person_id`, today)}`;

/** An institution of the scope takes part in it, on either side. */
const inScope = (scope: Scope): Sql => sql`(${ofScope(sql`t.from_institution_id`, scope)} or ${ofScope(sql`t.to_institution_id`, scope)})`;

export interface TransferSearch {
  /** Of this institution, on either side. */
  readonly institutionId: string | null;
  readonly state: TransferRow['state'] | null;
}

/** Transfers of a scope, for programs: in the order of identities. */
export const listTransfersIn = (tx: Read, scope: Scope, { institutionId, state }: TransferSearch, after: string | null, today: IsoDate, limit: number): Promise<TransferRow[]> =>
  tx.all(
    TransferRow,
    sql`${select(today)} where ${every([
      inScope(scope), ...(institutionId ? [sql`${institutionId}::uuid in (t.from_institution_id, t.to_institution_id)`] : []), ...(state ? [sql`t.state = ${state}`] : []), ...(after ? [sql`t.id > ${after}::uuid`] : []),
    ])} order by t.id limit ${limit}`,
  );

export const findTransfer = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<TransferRow | undefined> =>
  tx.first(TransferRow, sql`${select(today)} where t.id = ${id} and ${inScope(scope)}`);

/** The transfers of an institution in both directions, open ones first, then the latest. */
export const listTransfers = (tx: Read, institutionId: string, today: IsoDate, limit: number): Promise<TransferRow[]> =>
  tx.all(
    TransferRow,
    sql`${select(today)} where t.from_institution_id = ${institutionId} or t.to_institution_id = ${institutionId}
      order by t.state not in ('asked', 'agreed'), t.asked_at desc, t.id limit ${limit}`,
  );

export const lockTransfer = (tx: Write, id: string): Promise<unknown> => tx.first(IdRow, sql`select id from education.transfer where id = ${id} for update`);

export interface NewTransfer {
  readonly personId: string;
  readonly fromInstitutionId: string;
  readonly toInstitutionId: string;
  readonly programmeCode: string;
  readonly classId: string | null;
  readonly movesOn: IsoDate;
}

export async function insertTransfer(tx: Write, one: NewTransfer, now: Date, by: string): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.transfer (person_id, from_institution_id, to_institution_id, programme_code, class_id, moves_on, state, asked_at, asked_by)
      values (${one.personId}, ${one.fromInstitutionId}, ${one.toInstitutionId}, ${one.programmeCode}, ${one.classId}, ${one.movesOn}, 'asked', ${now}, ${by}) returning id`,
  );
  return row!.id;
}

export const answerTransfer = (tx: Write, id: string, state: 'agreed' | 'refused' | 'withdrawn', reason: string, now: Date, by: string): Promise<number> =>
  tx.run(sql`update education.transfer set state = ${state}, reason = ${reason}, answered_at = ${now}, answered_by = ${by} where id = ${id} and state in ('asked', 'agreed')`);

export const finishTransfer = (tx: Write, id: string, now: Date): Promise<number> => tx.run(sql`update education.transfer set state = 'done', done_at = ${now} where id = ${id} and state = 'agreed'`);

/** Agreed transfers whose day has come, the longest waiting first, after one that was looked at already. */
export const listDueTransfers = (tx: Read, today: IsoDate, after: string | null, limit: number): Promise<{ id: string }[]> =>
  tx.all(IdRow, sql`select t.id from education.transfer t where t.state = 'agreed' and t.moves_on <= ${today}::date ${after ? sql`and t.id > ${after}::uuid` : sql``} order by t.id limit ${limit}`);
