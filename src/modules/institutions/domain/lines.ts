/** Every history that the register keeps of an institution. */
export const HISTORIES = ['name', 'standing', 'founder', 'address', 'delivery_place', 'gymnasium_title', 'accreditation', 'head'] as const;
export type HistoryName = (typeof HISTORIES)[number];

/** The histories that end with the institution; the others go on saying what it was. */
export const ENDING_WITH_INSTITUTION: readonly HistoryName[] = ['founder', 'delivery_place', 'head'];

type Fields = Readonly<Record<string, unknown>>;

/**
 * Rows of one history that may not hold on the same day have the same line: two actual founders, two addresses of a kind, or one
 * delivery place twice. A place is the same under the codes its municipality bore before and since a reform.
 */
export function lineOf(history: HistoryName, row: Fields): string {
  switch (history) {
    case 'founder':
      return row['role'] === 'actual' ? 'actual' : `legal ${row['unitId'] ?? alike(row['founderName'] ?? row['name'])}`;
    case 'address':
      return String(row['kind']);
    case 'delivery_place':
      return [row['programme'], row['atvkToday'] ?? row['atvk'], alike(row['part']), alike(row['street'])].join('\n');
    default:
      return '';
  }
}

/** Words that differ in case or spaces alone mean the same. */
const alike = (words: unknown): string => String(words).toLocaleLowerCase('lv').replaceAll(/\s+/g, ' ').trim();

/** Whether one row of the line holds on each day of an institution's life: a row then ends only where the next begins. */
export const isUnbroken = (history: HistoryName, row: Fields): boolean =>
  history === 'name' || history === 'standing' || (history === 'founder' && row['role'] === 'actual') || (history === 'address' && row['kind'] === 'legal');
