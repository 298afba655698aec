import type { Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import type { RecordRow } from '../store/records.js';

/** One station of a record's way, as of a parcel: journal → intake → register → whoever reads it. */
export interface ParcelStep {
  readonly at: Date;
  readonly words: Text;
  readonly href?: string | undefined;
  /** Who did it, told to staff only. */
  readonly by?: string | undefined;
}

/** Tells the stations of a record that another field knows of. `batches` brought it: the first value and each correction that came from outside. */
export type ParcelSource = (tx: Read, record: RecordRow, batches: readonly string[]) => Promise<readonly ParcelStep[]>;

const sources = new Map<string, ParcelSource>();

/** Adds a module's stations to the way of records; called once, when the module is defined. */
export const addParcelSteps = (module: string, source: ParcelSource): void => void sources.set(module, source);

/** All stations that other fields know of, in the order of time. */
export async function parcelStepsOf(tx: Read, record: RecordRow, batches: readonly string[]): Promise<ParcelStep[]> {
  const found = await Promise.all([...sources.values()].map((source) => source(tx, record, batches)));
  return found.flat().sort((a, b) => a.at.getTime() - b.at.getTime());
}
