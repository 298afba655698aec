import { z } from 'zod';
import { findMember, getYears, type MemberRow, schoolScope } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import { readAction } from '#platform/actions/action.js';
import { seeMarks } from '../permissions.js';
import { type PersonRecords, recordsOfPerson } from './person-records.js';
import { NO_SUCH_PUPIL } from './refusals.js';

export interface PupilMarks extends PersonRecords {
  readonly member: MemberRow;
}

/** What the actor's institutions hold of one learner, with what the earlier school of a year handed on. */
export const viewPupilMarks = readAction({
  name: 'marks.view-pupil',
  title: { lv: 'Apskatīti izglītojamā vērtējumi un kavējumi', en: 'Marks and absences of a learner looked at' },
  permission: seeMarks,
  input: z.object({ membershipId: z.uuid() }),
  reasonNeeded: true,
  async run(context, { membershipId }): Promise<PupilMarks> {
    const scope = await schoolScope(context);
    const { current } = await getYears(context, null);
    const member = await findMember(context.tx, membershipId, current, scope, context.today);
    if (!member) throw new NotFound('no-such-pupil', NO_SUCH_PUPIL);
    return { member, ...(await recordsOfPerson(context, member.personId, null, scope)) };
  },
  audit: ({ output }) => ({ subjects: [output.member.personId], facts: { found: output.records.length } }),
});
