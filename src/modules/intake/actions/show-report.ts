import { z } from 'zod';
import { InvalidInput } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { type CheckedPackage, unpackReport } from '../domain/oneroster/checked-package.js';
import type { Finding } from '../domain/oneroster/finding.js';
import { checkPackages } from '../permissions.js';
import { REPORT_LOST } from '../texts.js';

const Shown = z.object({ report: z.string(), file: z.string().default(''), code: z.string().default(''), from: z.coerce.number().int().min(0).catch(0) });

/** What of a report is looked at: one file, one kind of finding, from the nth on. */
export interface ShownReport {
  readonly checked: CheckedPackage;
  readonly file: string;
  readonly code: string;
  readonly from: number;
  /** The findings that were chosen. */
  readonly chosen: readonly Finding[];
}

export const whole = (checked: CheckedPackage): ShownReport => ({ checked, file: '', code: '', from: 0, chosen: checked.report.findings });

/** Shows a report that the page itself carried along: it came from `checkPackage` and was kept nowhere. */
export const showReport = readAction({
  name: 'intake.show-report',
  title: { lv: 'Apskatīts paketes pārbaudes pārskats', en: 'Report on a package shown' },
  permission: checkPackages,
  input: Shown,
  run: (_context, input) => Promise.resolve(chosenOf(input)),
  audit: NOT_PERSONAL,
});

export const exportFindings = readAction({
  name: 'intake.export-findings',
  title: { lv: 'Izgūts paketes kļūdu saraksts', en: 'Findings on a package exported' },
  permission: checkPackages,
  input: Shown.extend({ as: z.enum(['xlsx', 'csv']) }),
  run: (_context, input): Promise<ExportedRows<Finding> & { count: number }> => {
    const { chosen } = chosenOf(input);
    return Promise.resolve({ format: input.as, rows: oneByOne(chosen), count: chosen.length });
  },
  audit: ({ input, output }) => ({ facts: { format: input.as, findings: output.count } }),
});

function chosenOf({ report, file, code, from }: z.infer<typeof Shown>): ShownReport {
  const checked = unpackReport(report);
  if (!checked) throw new InvalidInput([{ field: 'package', message: REPORT_LOST }], REPORT_LOST);
  const chosen = checked.report.findings.filter((finding) => (file === '' || finding.file === file) && (code === '' || finding.code === code));
  return { checked, file, code, from, chosen };
}

async function* oneByOne(rows: readonly Finding[]): AsyncGenerator<Finding> {
  yield* rows;
}
