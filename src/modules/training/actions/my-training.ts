import { z } from 'zod';
import { listOwnRequirements, ownUserId, type OwnRequirementRow } from '#modules/access/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { courseKey, courseOfKey, toRenew } from '../domain/validity.js';
import { type AttemptRow, listOpenAttempts } from '../store/attempts.js';
import { listOffered, listToTry, type OfferedRow, type VersionRow } from '../store/courses.js';
import { listParticipationsOf, type OwnParticipationRow } from '../store/participations.js';
import { listResultsOf, type ResultRow } from '../store/results.js';

export type { OwnParticipationRow };

export interface Renewal extends ResultRow {
  readonly neededFor: readonly OwnRequirementRow[];
}

export interface MyTraining {
  /** What one's rights ask for and one has not done, each course once. */
  readonly toDo: readonly OwnRequirementRow[];
  /** What one passed that ends soon and nothing newer outlasts, with the rights that will wait then. */
  readonly toRenew: readonly Renewal[];
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
  async run({ tx, actor, today, now }): Promise<MyTraining> {
    const userId = ownUserId(actor);
    const asked = await listOwnRequirements(tx, userId, today);
    const unmet = asked.filter((one) => !one.met && courseOfKey(one.key) !== null);
    const results = await listResultsOf(tx, userId);
    return {
      toDo: [...new Map(unmet.toReversed().map((one) => [one.key, one])).values()],
      toRenew: toRenew(results, today).map((one) => ({ ...one, neededFor: asked.filter(({ key, met }) => met && key === courseKey(one.courseId)) })),
      offered: await listOffered(tx),
      open: await listOpenAttempts(tx, userId),
      results,
      toTry: await listToTry(tx, userId),
      participations: await listParticipationsOf(tx, userId, now),
    };
  },
});
