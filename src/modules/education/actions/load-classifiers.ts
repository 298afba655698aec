import type { Write } from '#platform/db/transaction.js';
import { CLASSIFIER_FILE_NAMES, type ClassifierData, type ClassifierFile, parseClassifier } from '../domain/classifier-data.js';
import { loadClassifierRows } from '../store/load-classifiers.js';

/**
 * Loads the classifiers and the calendar of education that every installation begins with; rows that are there already stay.
 * @param read the text of `db/data/education/<file>.csv`
 * @throws Error naming the file and line that are wrong
 */
export async function loadEducationClassifiers(tx: Write, read: (file: ClassifierFile) => Promise<string>, at: Date, by: string): Promise<number> {
  const rows = await Promise.all(CLASSIFIER_FILE_NAMES.map(async (file) => [file, parseClassifier(file, await read(file))] as const));
  return loadClassifierRows(tx, Object.fromEntries(rows) as unknown as ClassifierData, at, by);
}
