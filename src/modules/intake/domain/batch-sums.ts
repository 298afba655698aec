/** What a batch counts of its rows. */
export interface RowSums {
  readonly rowCount: number;
  readonly taken: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly waiting: number;
}

/** Rows that are in the register. */
export const takenOf = ({ taken, corrected, unchanged }: RowSums): number => taken + corrected + unchanged;

/**
 * Rows of which nothing is said yet: the sums of a batch and these are always all of its rows. None is left of a batch that is done; one that
 * failed keeps those it did not come to.
 */
export const pendingOf = (batch: RowSums): number => batch.rowCount - takenOf(batch) - batch.refused - batch.waiting;
