import type { Counts } from '../store/batches.js';

/** What came of rows, as the audit log names it. */
export const countFacts = ({ taken, corrected, unchanged, refused, waiting, warned }: Counts) => ({ recorded: taken, corrected, unchanged, refused, waiting, warned });
