import { listHolders } from '#modules/access/public.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { ActionContext } from '#platform/actions/action.js';
import { decideAppeals } from '../permissions.js';
import { type AppealRow, listContestedAssessors, type MemberRow } from '../store/appeals.js';
import { listAssessors } from '../store/assessments.js';

export interface CommissionChoices {
  readonly choices: readonly MemberRow[];
  /** How many more fit the words. */
  readonly more: number;
}

const SHOWN = 20;
const keyOf = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Staff of the agency who decide appeals everywhere today. */
export const listDeciders = async ({ tx, today }: Pick<ActionContext, 'tx' | 'today'>): Promise<MemberRow[]> =>
  (await listHolders(tx, decideAppeals.name, null, today)).map(({ userId, name }) => ({ userId, name, partIn: 'agency' as const }));

/** Who may still join the commission of an appeal, by name, as far as these words are in it: nobody who sits there already or assessed what is contested. */
export async function choicesFor(context: Pick<ActionContext, 'tx' | 'today'>, appeal: AppealRow, members: readonly MemberRow[], words: string): Promise<CommissionChoices> {
  const { tx } = context;
  const barred = new Set([...(await listContestedAssessors(tx, appeal.id)), ...members.map(({ userId }) => userId)]);
  const assessors = (await listAssessors(tx, appeal.examId)).map(({ userId, name }) => ({ userId, name, partIn: 'assessor' as const }));
  const found = [...(await listDeciders(context)), ...assessors].filter(({ userId, name }) => !barred.has(userId) && keyOf(name).includes(keyOf(words))).sort((one, other) => inLatvianOrder(one.name, other.name));
  return { choices: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
}
