import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { refuseBirthLongAgo } from '#kernel/far-day.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { personRegistered } from '../events.js';
import { recordPersonsPermission } from '../permissions.js';
import { addRow, insertPerson, refreshSearch } from '../store/changes.js';
import { findBodyOf } from '../store/places.js';
import { ACTION_TITLES, IN_FUTURE, NOT_YOUR_MUNICIPALITY } from '../texts.js';
import { addressFields, placeOn } from './address-input.js';
import { checkDay, recordingOf } from './begin-row.js';
import { checkCode, codeFields } from './code-input.js';
import { nameFields } from './name-input.js';

/** Enters a person with name, code and address: a newborn, or someone who came to live here. */
export const registerPerson = writeAction({
  name: 'persons.register-person',
  title: ACTION_TITLES.registerPerson,
  permission: recordPersonsPermission,
  input: z.object({
    ...nameFields,
    ...codeFields,
    bornOn: IsoDateInput,
    sex: z.enum(['female', 'male'], { error: 'missing' }),
    ...addressFields,
    livesThereSince: IsoDateInput,
  }),
  async run(context, { given, family, code, codeSure, bornOn, sex, livesThereSince, ...typed }) {
    const { tx, scope, today } = context;
    if (bornOn > today) throw invalid('bornOn', IN_FUTURE);
    refuseBirthLongAgo('bornOn', bornOn, today);
    checkDay('livesThereSince', livesThereSince, { bornOn, diedOn: null }, today);
    const address = await placeOn(tx, typed, livesThereSince);
    const body = await findBodyOf(tx, address.atvk, address.part, today);
    if (!scope.everywhere && (body === undefined || !scope.unitIds.includes(body))) throw invalid('atvk', NOT_YOUR_MUNICIPALITY);
    await checkCode(tx, { code, codeSure }, { id: null, bornOn });
    const recording = recordingOf(context);
    const id = await insertPerson(tx, { bornOn, sex }, recording);
    await addRow(tx, 'name', { personId: id, given, family, validFrom: bornOn }, recording);
    await addRow(tx, 'code', { personId: id, code, validFrom: bornOn }, recording);
    await addRow(tx, 'address', { personId: id, ...address, validFrom: livesThereSince }, recording);
    await refreshSearch(tx, id);
    await context.announce(personRegistered, { personId: id, on: bornOn });
    return { id };
  },
  audit: ({ output }) => ({ subjects: [output.id] }),
});
