/** Every history that the register keeps of an institution. */
export const HISTORIES = ['name', 'standing', 'founder', 'address', 'delivery_place', 'gymnasium_title', 'accreditation', 'head'] as const;
export type HistoryName = (typeof HISTORIES)[number];

/** The histories that end with the institution; the others go on saying what it was. */
export const ENDING_WITH_INSTITUTION: readonly HistoryName[] = ['founder', 'delivery_place', 'head'];

type Fields = Readonly<Record<string, unknown>>;

/** Rows of one history that may not hold on the same day have the same line: of two actual founders, or two addresses of a kind. */
export function lineOf(history: HistoryName, row: Fields): string {
  switch (history) {
    case 'founder':
      return row['role'] === 'actual' ? 'actual' : `legal ${row['unitId'] ?? row['founderName'] ?? row['name']}`;
    case 'address':
      return String(row['kind']);
    case 'delivery_place':
      return ['programme', 'atvk', 'part', 'street'].map((field) => row[field]).join('\n');
    default:
      return '';
  }
}

/** Whether one row of the line holds on each day of an institution's life: a row then ends only where the next begins. */
export const isUnbroken = (history: HistoryName, row: Fields): boolean =>
  history === 'name' || history === 'standing' || (history === 'founder' && row['role'] === 'actual') || (history === 'address' && row['kind'] === 'legal');
