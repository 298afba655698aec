import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { checkPackage as check } from '../domain/oneroster/check-package.js';
import type { CheckedPackage } from '../domain/oneroster/checked-package.js';
import { openArchive } from '../domain/package-archive.js';
import { checkPackages } from '../permissions.js';
import { CHOOSE_PACKAGE } from '../texts.js';

/** The form that takes a package. */
export const openCheck = readAction({
  name: 'intake.open-check',
  title: { lv: 'Atvērta paketes pārbaude', en: 'Check of a package opened' },
  permission: checkPackages,
  input: z.object({}),
  run: () => Promise.resolve(null),
  audit: NOT_PERSONAL,
});

/** Checks a package in memory. Nothing of it is stored: the audit log keeps how much there was and how much of it was wrong. */
export const checkPackage = readAction({
  name: 'intake.check-package',
  title: { lv: 'Pārbaudīta e-žurnāla pakete', en: 'Package of an e-journal checked' },
  permission: checkPackages,
  input: z.object({ package: UploadedFileInput }),
  async run({ now }, { package: file }): Promise<CheckedPackage> {
    if (!file) throw invalid('package', CHOOSE_PACKAGE);
    const report = await check(await openArchive(file.content));
    return { name: file.name, size: file.content.length, at: now.toISOString(), report };
  },
  audit: ({ output: { size, report } }) => ({
    facts: { bytes: size, rows: report.rows, errors: report.errors, warnings: report.warnings, files: Object.fromEntries(report.files.filter((file) => file.present).map((file) => [file.name, file.rows])) },
  }),
});
