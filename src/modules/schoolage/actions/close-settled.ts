import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { closeForMembership, closeSettled } from '../store/changes.js';
import { numberOn } from '../store/parameters.js';
import { recordingOf } from './recording.js';

/** Closes the inquiry after a child who has been enrolled, or all that the day has settled when no membership is named. Bears repetition. */
export const closeInquiries = writeAction({
  name: 'schoolage.close-inquiries',
  title: { lv: 'Bērns mācās vai vairs nav obligātās izglītības vecumā: gadījums slēgts', en: 'Child learns, or is no longer of compulsory school age: inquiry closed' },
  permission: JOBS_ALONE,
  input: z.object({ membershipId: z.uuid().nullable() }),
  async run(context, { membershipId }) {
    const { tx, today } = context;
    const by = recordingOf(context);
    const persons = membershipId === null ? await closeSettled(tx, await numberOn(tx, 'until-age', today), today, by) : await closeForMembership(tx, membershipId, today, by);
    return { persons };
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { ended: output.persons.length } }),
});
