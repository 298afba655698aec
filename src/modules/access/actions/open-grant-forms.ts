import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { confirmRights, grantRights } from '../permissions.js';
import { findGrant, type GrantRow } from '../store/grant-lists.js';
import { listRolesFor } from '../store/roles.js';
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
    const wide = await widenScope(tx, scope, today);
    const places = await placesOf(tx, wide, today);
    return { places: scope.everywhere ? [WHOLE_COUNTRY, ...places] : places, roles: await listRolesFor(tx, wide) };
  },
});

/** The right that is to be ended, so that its form names it. */
export const openEndForm = readAction({
  name: 'access.open-end-form',
  title: { lv: 'Atvērta tiesību izbeigšanas veidlapa', en: 'Form for ending a right opened' },
  permission: grantRights,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  run: ({ tx, scope, today }, { id }) => getGrant(tx, id, scope, today),
});

export const openConfirmationEnd = readAction({
  name: 'access.open-confirmation-end',
  title: { lv: 'Atvērta tiesību izbeigšana pārskatīšanā', en: 'Form for ending a right in review opened' },
  permission: confirmRights,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  run: ({ tx, scope, today }, { id }) => getGrant(tx, id, scope, today),
});

/** @throws NotFound outside the scope. */
async function getGrant(tx: Read, id: string, scope: Scope, today: IsoDate): Promise<GrantRow> {
  const grant = await findGrant(tx, id, await widenScope(tx, scope, today), today);
  if (!grant) throw new NotFound('no-such-grant', NO_SUCH_GRANT);
  return grant;
}
