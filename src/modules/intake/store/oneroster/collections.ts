import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { ExportedRecord, WrittenFile } from '../../domain/oneroster/write-csv.js';
import { categories, lineItems, resultLearningObjectiveIds, results, scoreScales } from './gradebook.js';
import type { RosterScope } from './roster-scope.js';
import { academicSessions, classes, courses, demographics, enrollments, orgs, roles, users } from './rostering.js';

/** The statement of every kind of record. */
export const STATEMENTS: Readonly<Record<WrittenFile, (scope: RosterScope) => Sql>> = {
  orgs, academicSessions, courses, classes, users, roles, enrollments, demographics, categories, lineItems, results, scoreScales, resultLearningObjectiveIds,
};

const RecordRow = z.record(z.string(), z.unknown());

/** All records of a kind that hold now, a few thousand at a time. */
export const streamRecords = (tx: Read, file: WrittenFile, scope: RosterScope): AsyncIterable<ExportedRecord> =>
  tx.stream(RecordRow, sql`select * from (${STATEMENTS[file](scope)}) o ${file === 'results' || file === 'resultLearningObjectiveIds' ? sql`where not o.is_withdrawn` : sql``} order by o.sourced_id`);

const IdRow = z.object({ personId: z.string() });

/** Whose data an export of a scope holds: pupils and teachers. */
export const listPeopleIn = async (tx: Read, scope: RosterScope): Promise<string[]> =>
  (await tx.all(IdRow, sql`select o.sourced_id as person_id from (${users(scope)}) o`)).map(({ personId }) => personId);
