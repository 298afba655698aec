import type { Read } from '#platform/db/transaction.js';
import { type ReformStory, storyOfDraft, storyOfReform } from '../domain/reform-story.js';
import { listReformUnits, listSuccessionsOfReform } from '../store/reforms.js';
import { historyOf } from './history.js';
import { getReform } from './reform-in-motion.js';

/** What merged into what: of an applied reform as it happened, of another as it would. */
export async function getReformStory(tx: Read, id: string): Promise<ReformStory> {
  const reform = await getReform(tx, id);
  const history = await historyOf(tx);
  if (reform.state === 'applied') return storyOfReform(history, reform.effective);
  const { effective, legalBasis } = reform;
  const units = await listReformUnits(tx, id);
  const successions = (await listSuccessionsOfReform(tx, id)).map(({ fromAtvk, toAtvk, extent, parts }) => ({ effective, from: fromAtvk, to: toAtvk, extent, parts }));
  return storyOfDraft(history, { effective, legalBasis, successions, newVersions: units.map((unit) => ({ ...unit, unitId: 0, validFrom: effective, validTo: null })) });
}
