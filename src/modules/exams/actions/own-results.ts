import { z } from 'zod';
import { findLearner, isMinorOn, type LearnerRow, listWards, type WardRow } from '#modules/persons/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Forbidden, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { listAppealsOf } from '../store/appeals.js';
import { type OwnResult, resultsOfPerson } from '../store/published.js';
import { NOT_IN_REGISTER, NOT_YOUR_CHILD } from '../texts.js';
import { appealUntilOnce } from './appeals.js';

/** Whether the one who looks can contest a result: now, no more, since an appeal waits already or was decided about this very version, or not themselves while they are a minor. */
export type Contest = 'open' | 'over' | 'lodged' | 'decided' | 'by-representative';

export interface OwnExamResults {
  /** Whose results are shown: one's own, or those of a child. */
  readonly person: LearnerRow;
  readonly self: LearnerRow;
  readonly wards: readonly WardRow[];
  readonly results: readonly (OwnResult & { /** The last day of contesting; null where there is no result. */ readonly until: IsoDate | null; readonly contest: Contest | null })[];
}

/** One's own published exam results, or those of a child one acts for today by the population register, with until when each can be contested. */
export const viewOwnExamResults = readAction({
  name: 'exams.view-own-results',
  title: { lv: 'Apskatīti savi vai sava bērna pārbaudījumu rezultāti', en: 'Own exam results, or those of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object({ person: emptyAsNull(z.uuid()) }),
  async run({ tx, today, now, actor }, { person: wanted }): Promise<OwnExamResults> {
    const self = actor.personId ? await findLearner(tx, actor.personId, today) : undefined;
    if (!self) throw new NotFound('not-in-register', NOT_IN_REGISTER);
    const wards = await listWards(tx, self.id, today);
    const shown = wanted ?? self.id;
    if (shown !== self.id && !wards.some(({ id }) => id === shown)) throw new Forbidden('not-your-child', NOT_YOUR_CHILD);
    const person = shown === self.id ? self : (await findLearner(tx, shown, today))!;
    const appeals = new Map((await listAppealsOf(tx, [shown], today)).toReversed().flatMap(({ entryId, state, isOfLatest }) => (state === 'lodged' || (state === 'decided' && isOfLatest) ? [[entryId, state]] : [])));
    const isOwnMinor = shown === self.id && self.bornOn !== null && isMinorOn(self.bornOn, today);
    const untilOf = appealUntilOnce(tx);
    const results: OwnExamResults['results'][number][] = [];
    for (const one of await resultsOfPerson(tx, shown, now)) {
      const until = one.outcome === 'result' ? await untilOf(one.visibleFrom) : null;
      results.push({ ...one, until, contest: until && (appeals.get(one.entryId) ?? contestOf(today > until, isOwnMinor)) });
    }
    return { person, self, wards, results };
  },
  audit: ({ output }) => ({ subjects: [output.person.id], facts: { found: output.results.length } }),
});

function contestOf(isOver: boolean, isOwnMinor: boolean): Contest {
  if (isOver) return 'over';
  return isOwnMinor ? 'by-representative' : 'open';
}
