import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { grantRights } from '../permissions.js';
import { isGrantIn } from '../store/grants.js';
import { listRoles } from '../store/roles.js';
import { NO_SUCH_GRANT } from '../texts.js';
import { type PlaceChoice, placesOf } from './here.js';
import { widenScope } from './widen-scope.js';

const WHOLE_COUNTRY = { place: { kind: 'country' }, name: 'Latvija' } as const satisfies PlaceChoice;

export const openGiveForm = readAction({
  name: 'access.open-give-form',
  title: { lv: 'Atvērta tiesību piešķiršanas veidlapa', en: 'Form for giving a right opened' },
  permission: grantRights,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, scope, today }) {
    const places = await placesOf(tx, await widenScope(tx, scope, today), today);
    return { places: scope.everywhere ? [WHOLE_COUNTRY, ...places] : places, roles: await listRoles(tx) };
  },
});

export const openEndForm = readAction({
  name: 'access.open-end-form',
  title: { lv: 'Atvērta tiesību izbeigšanas veidlapa', en: 'Form for ending a right opened' },
  permission: grantRights,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, scope, today }, { id }) {
    if (!(await isGrantIn(tx, id, await widenScope(tx, scope, today)))) throw new NotFound('no-such-grant', NO_SUCH_GRANT);
  },
});
