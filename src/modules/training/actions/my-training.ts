import { z } from 'zod';
import { listOwnRequirements, ownUserId, type OwnRequirementRow } from '#modules/access/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { courseOfKey } from '../domain/validity.js';
import { type AttemptRow, listOpenAttempts } from '../store/attempts.js';
import { listOffered, listToTry, type OfferedRow, type VersionRow } from '../store/courses.js';
import { listParticipationsOf, type OwnParticipationRow } from '../store/participations.js';
import { listResultsOf, type ResultRow } from '../store/results.js';

export type { OwnParticipationRow };

export interface MyTraining {
  /** What one's rights ask for and one has not done, each course once. */
  readonly toDo: readonly OwnRequirementRow[];
  readonly offered: readonly OfferedRow[];
  readonly open: readonly AttemptRow[];
  readonly results: readonly ResultRow[];
  readonly toTry: readonly VersionRow[];
  readonly participations: readonly OwnParticipationRow[];
}

/** What one has to take, has begun, took, and can take. */
export const readMyTraining = readAction({
  name: 'training.read-my-training',
  title: { lv: 'Apskatītas savas mācības', en: 'Own training looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, today }): Promise<MyTraining> {
    const userId = ownUserId(actor);
    const unmet = (await listOwnRequirements(tx, userId, today)).filter((one) => !one.met && courseOfKey(one.key) !== null);
    return {
      toDo: [...new Map(unmet.toReversed().map((one) => [one.key, one])).values()],
      offered: await listOffered(tx),
      open: await listOpenAttempts(tx, userId),
      results: await listResultsOf(tx, userId),
      toTry: await listToTry(tx, userId),
      participations: await listParticipationsOf(tx, userId),
    };
  },
});
