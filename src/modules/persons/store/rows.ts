import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { GUARDIANSHIP_KINDS, PROTECTION_KINDS } from '../domain/kinds.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const Code = z.string().transform((words) => words as PersonCode);
export const Sex = z.enum(['female', 'male']);
export const GuardianshipKindRow = z.enum(GUARDIANSHIP_KINDS);
export const ProtectionKindRow = z.enum(PROTECTION_KINDS);

/** The rows of a history that are believed now and hold on a day. */
export const holdsOn = (alias: string, day: IsoDate | Sql): Sql =>
  sql`${sql.ref(`${alias}.superseded_at`)} is null and ${sql.ref(`${alias}.valid_from`)} <= ${day}
    and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day})`;
