import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { PeopleOf } from './readiness.js';

/** Links so many in a hundred of a municipality's made-up users to an identity elsewhere that nobody can prove. */
export const insertMadeUpIdentities = (tx: Write, { unitId, institutionIds }: PeopleOf, percent: number, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how)
    select u.id, 'smart-id', 'smart-id', 'made up ' || u.id, '', ${now}, 'person-code' from access.app_user u
    where u.made_up and (u.unit_id = ${unitId} or u.institution_id = any(${[...institutionIds]}::uuid[])) and abs(hashtext(u.id::text)) % 100 < ${percent}`);

/** The municipality a user works for. */
export const findUnitOfLogin = async (tx: Read, login: string): Promise<number | null> =>
  (await tx.first(z.object({ unitId: z.number().nullable() }), sql`select unit_id from access.app_user where login = ${login}`))?.unitId ?? null;
