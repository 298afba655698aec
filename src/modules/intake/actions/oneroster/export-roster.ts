import { Readable } from 'node:stream';
import { z } from 'zod';
import { getYears, YearInput } from '#modules/education/public.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { zip, type ZipEntry } from '#platform/spreadsheets/zip.js';
import { csvFile, manifestText, WRITTEN_FILES } from '../../domain/oneroster/write-csv.js';
import { readRoster } from '../../permissions.js';
import { listPeopleIn, streamRecords } from '../../store/oneroster/collections.js';
import type { RosterScope } from '../../store/oneroster/roster-scope.js';
import { getExchangedSchool } from './exchange-scope.js';

export interface ExportedPackage {
  readonly name: string;
  /** The archive, made while it is read. */
  readonly content: Readable;
  readonly people: readonly string[];
  readonly year: number;
}

/** A school's roster and marks of a school year as a OneRoster 1.2.1 CSV package (bulk). */
export const exportRoster = readAction({
  name: 'intake.export-roster',
  title: { lv: 'Izgūta iestādes OneRoster pakete', en: 'OneRoster package of an institution exported' },
  permission: readRoster,
  input: z.object({ regNr: z.string(), year: YearInput }),
  reasonNeeded: true,
  async run(context, { regNr, year: wanted }): Promise<ExportedPackage> {
    const { institutionId } = await getExchangedSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    const scope: RosterScope = { institutionIds: [institutionId], year: year.year, today: context.today };
    return { name: `oneroster-${regNr}-${year.year}.zip`, content: archiveOf(context, scope), people: await listPeopleIn(context.tx, scope), year: year.year };
  },
  audit: ({ input, output }) => ({ subjects: output.people, facts: { institution: input.regNr, year: output.year, people: output.people.length } }),
});

const archiveOf = ({ tx }: Pick<ActionContext, 'tx'>, scope: RosterScope): Readable => Readable.from(zip(entriesOf(tx, scope)), { objectMode: false });

function* entriesOf(tx: Read, scope: RosterScope): Generator<ZipEntry> {
  yield { path: 'manifest.csv', content: [manifestText('Vienkopus')] };
  for (const file of WRITTEN_FILES) yield { path: `${file}.csv`, content: csvFile(file, streamRecords(tx, file, scope)) };
}
