import type { Read } from '#platform/db/transaction.js';
import { type ReformStory, storyOfDraft, storyOfReform } from '../domain/reform-story.js';
import { historyOf, listDefinitions } from './history.js';
import { getReform } from './reform-in-motion.js';

/** What merged into what: of an applied reform as it happened, of another as it would. */
export async function getReformStory(tx: Read, id: string): Promise<ReformStory> {
  const reform = await getReform(tx, id);
  const history = await historyOf(tx);
  return reform.state === 'applied' ? storyOfReform(history, reform.effective) : storyOfDraft(history, (await listDefinitions(tx, [reform]))[0]!.definition);
}
