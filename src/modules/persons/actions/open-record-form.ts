import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { listUnitsOn, type UnitVersion } from '#modules/territories/public.js';
import { recordPersonsPermission } from '../permissions.js';
import { ACTION_TITLES } from '../texts.js';
import { cardOf, type PersonCard } from './person-card.js';
import { getPersonWithin } from './rights.js';

export interface RecordForm {
  readonly card: PersonCard;
  /** Today's municipalities, to choose from. */
  readonly units: readonly UnitVersion[];
}

/** What a form for recording shows: the person and what is recorded now. The right to record is the reason. */
export const openRecordForm = readAction({
  name: 'persons.open-record-form',
  title: ACTION_TITLES.openRecordForm,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<RecordForm> {
    const { tx, today } = context;
    return { card: await cardOf(tx, await getPersonWithin(context, id), today), units: await listUnitsOn(tx, today) };
  },
  audit: ({ input }) => ({ subjects: [input.id] }),
});
