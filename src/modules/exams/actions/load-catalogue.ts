import type { Write } from '#platform/db/transaction.js';
import { type CatalogueFile, parseCatalogue } from '../domain/catalogue-data.js';
import { loadCatalogueRows } from '../store/load-catalogue.js';

/**
 * Loads the exams of the school years that are known, with their parts, thresholds and sessions; what is there already stays.
 * @param read the text of `db/data/exams/<file>.csv`
 * @throws Error naming the file and line that are wrong
 */
export async function loadExamCatalogue(tx: Write, read: (file: CatalogueFile) => Promise<string>, at: Date, by: string): Promise<number> {
  const catalogue = {
    exams: parseCatalogue('exams', await read('exams')), parts: parseCatalogue('parts', await read('parts')),
    thresholds: parseCatalogue('thresholds', await read('thresholds')), sessions: parseCatalogue('sessions', await read('sessions')),
  };
  return loadCatalogueRows(tx, catalogue, { recordedAt: at, recordedBy: by });
}
