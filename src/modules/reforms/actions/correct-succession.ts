import { z } from 'zod';
import { Conflict, InvalidInput } from '#kernel/errors.js';
import { correctSuccessions, getReform } from '#modules/territories/public.js';
import { writeAction } from '#platform/actions/action.js';
import { parseDefinition } from '../domain/parse-definition.js';
import { successionCorrected } from '../events.js';
import { operate } from '../permissions.js';

/** Puts right what became of one old unit in an applied reform; what was believed before stays, with the reason. */
export const correctSuccession = writeAction({
  name: 'reforms.correct-succession',
  title: { lv: 'Labota teritoriju pēctecība', en: 'Corrected a succession of territories' },
  permission: operate,
  input: z.object({ reformId: z.uuid(), successions: z.string().trim().min(1), reason: z.string().trim().min(5).max(1_000) }),
  async run({ tx, actor, now, announce }, { reformId, successions, reason }) {
    const reform = await getReform(tx, reformId);
    if (reform.state !== 'applied') throw new Conflict('reform-not-applied', NOT_APPLIED);
    const parsed = parseDefinition('', successions);
    if ('errors' in parsed) throw new InvalidInput(parsed.errors);
    for (const [fromAtvk, moves] of Map.groupBy(parsed.successions, (move) => move.from)) {
      await correctSuccessions(tx, { reformId, fromAtvk, successions: moves, reason }, actor.name, now);
    }
    await announce(successionCorrected, { reformId, effective: reform.effective });
    return { reformId };
  },
  audit: ({ input }) => ({ facts: { reform: input.reformId } }),
});

const NOT_APPLIED = {
  lv: 'Reforma vēl nav īstenota: labojiet pašu reformu, nevis tās pēctecību.',
  en: 'The reform has not been applied yet: change the reform itself, not its successions.',
};
