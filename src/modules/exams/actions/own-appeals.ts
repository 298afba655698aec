import { z } from 'zod';
import { findLearner, isMinorOn, listWards } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { type AppealRow, listAppealsOf } from '../store/appeals.js';
import { type OwnResult, resultsOfPerson } from '../store/published.js';
import { appealUntilOnce } from './appeals.js';

export interface OwnAppeals {
  readonly appeals: readonly AppealRow[];
  /** Results that may be contested today, with until when; those of a minor who looks themselves are for a representative to contest. */
  readonly open: readonly (OwnResult & { readonly personId: string; readonly given: string; readonly family: string; readonly until: IsoDate; readonly byRepresentative: boolean })[];
}

/** The appeals about one's own exams and those of one's children, and what may still be contested. */
export const viewOwnAppeals = readAction({
  name: 'exams.view-own-appeals',
  title: { lv: 'Apskatītas savas vai sava bērna apelācijas', en: 'Own appeals, or those of one’s child, looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  async run({ tx, today, now, actor }): Promise<OwnAppeals> {
    const self = actor.personId ? await findLearner(tx, actor.personId, today) : undefined;
    if (!self) return { appeals: [], open: [] };
    const persons = [self, ...(await listWards(tx, self.id, today))];
    const appeals = await listAppealsOf(tx, persons.map(({ id }) => id), today);
    const untilOf = appealUntilOnce(tx);
    const open: OwnAppeals['open'][number][] = [];
    for (const { id: personId, given, family } of persons) {
      const byRepresentative = personId === self.id && self.bornOn !== null && isMinorOn(self.bornOn, today);
      for (const one of await resultsOfPerson(tx, personId, now)) {
        const until = await untilOf(one.visibleFrom);
        if (one.outcome === 'result' && today <= until && !appeals.some(({ entryId, state, isOfLatest }) => entryId === one.entryId && (state === 'lodged' || (state === 'decided' && isOfLatest)))) open.push({ ...one, personId, given, family, until, byRepresentative });
      }
    }
    return { appeals, open };
  },
  audit: ({ output }) => ({ subjects: [...new Set([...output.appeals, ...output.open].map(({ personId }) => personId))], facts: { found: output.appeals.length } }),
});
