import type { Column } from '#platform/spreadsheets/column.js';
import type { View } from '#web/view.js';
import { CATALOGUE } from '../../domain/oneroster/catalogue/catalogue.js';
import type { Finding } from '../../domain/oneroster/finding.js';
import { WORDS } from './words.js';

/** What should stand there, in words of the standard or of the catalogue. */
export function expectedOf({ code, expected }: Finding, { t }: View): string {
  const { expects } = CATALOGUE[code];
  return expected ?? (expects ? t(expects) : '');
}

export const findingColumns = (view: View): readonly Column<Finding>[] => {
  const { t } = view;
  return [
    { header: t(WORDS.severity), kind: 'text', value: ({ code }) => t(WORDS[CATALOGUE[code].severity]) },
    { header: t(WORDS.file), kind: 'text', width: 24, value: (finding) => finding.file },
    { header: t(WORDS.row), kind: 'integer', value: (finding) => finding.row },
    { header: t(WORDS.column), kind: 'text', width: 26, value: (finding) => finding.column },
    { header: t(WORDS.finding), kind: 'text', width: 60, value: ({ code }) => t(CATALOGUE[code].what) },
    { header: t(WORDS.expected), kind: 'text', width: 34, value: (finding) => expectedOf(finding, view) },
    { header: t(WORDS.actual), kind: 'text', width: 34, value: (finding) => finding.actual },
    { header: t(WORDS.suggestion), kind: 'text', width: 28, value: (finding) => finding.suggestion },
    { header: t(WORDS.todo), kind: 'text', width: 60, value: ({ code }) => t(CATALOGUE[code].todo) },
    { header: t(WORDS.code), kind: 'text', width: 26, value: ({ code }) => code },
  ];
};
