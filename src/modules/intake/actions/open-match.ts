import { z } from 'zod';
import type { ActionContext } from '#platform/actions/action.js';
import { findMatch, type MatchRow } from '../store/aliases.js';
import { type CameOfMatch, listCameOfMatch, type NameKind } from '../store/waiting-names.js';

export type { CameOfMatch };

/** A match with what became of the rows that had waited for it. */
export interface Match extends MatchRow {
  readonly came: readonly CameOfMatch[];
}

/** The identifier of a match in an address; what is none asks for nothing. */
export const MatchInput = z.uuid().optional().catch(undefined);

/** A match of the institution, where one is asked for. */
export async function findMatchWithRows({ tx }: Pick<ActionContext, 'tx'>, kind: NameKind, institutionId: string, id: string | undefined): Promise<Match | null> {
  const match = id === undefined ? undefined : await findMatch(tx, kind, institutionId, id);
  return match ? { ...match, came: await listCameOfMatch(tx, institutionId, match.confirmedAt) } : null;
}
