import { z } from 'zod';
import { listReforms, listReformUnits, listUnitsOn, type ReformRow, type UnitVersion } from '#modules/territories/public.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { type GrantRow, listGrantsOf } from '../store/grant-lists.js';
import { listRequestsOf } from '../store/requests.js';
import { listOwnRequirements, type OwnRequirementRow } from '../store/requirements.js';
import { listRolesForPeople, type RoleRow } from '../store/roles.js';
import { findOwnPlace, type OwnPlace } from '../store/users.js';
import { withChecks } from './basis-document.js';
import type { CheckedRequest } from './decide-requests.js';
import { ownUserId } from './own-user.js';

/** A request with what has become of the reform that it was made for; null where it was made for none. */
export type OwnRequest = CheckedRequest & { readonly reformState: ReformRow['state'] | null };

export interface MyRights {
  readonly grants: readonly GrantRow[];
  readonly requests: readonly OwnRequest[];
  /** What some of the grants still wait for: such a grant gives nothing yet. */
  readonly waits: readonly OwnRequirementRow[];
}

/** All rights one has and had, and what one asked for. */
export const readMyRights = readAction({
  name: 'access.read-my-rights',
  title: { lv: 'Apskatītas savas tiesības', en: 'Own rights looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, today }): Promise<MyRights> {
    const userId = ownUserId(actor);
    const asked = await listOwnRequirements(tx, userId, today);
    const waits = asked.filter((one) => !one.met && one.validFrom <= today);
    return { grants: await listGrantsOf(tx, userId, today), requests: await ownRequests(tx, userId), waits };
  },
});

async function ownRequests(tx: Read, userId: string): Promise<OwnRequest[]> {
  const requests = await withChecks(tx, await listRequestsOf(tx, userId));
  const states = new Map(requests.some(({ reformId }) => reformId) ? (await listReforms(tx)).map(({ id, state }) => [id, state]) : []);
  return requests.map((request) => ({ ...request, reformState: states.get(request.reformId ?? '') ?? null }));
}

/** A municipality that a prepared reform will bring. */
export interface ComingUnit {
  readonly reformId: string;
  readonly atvk: string;
  readonly name: string;
  readonly effective: string;
}

export interface RequestForm {
  /** Where the user works, suggested as the place. */
  readonly own: OwnPlace | undefined;
  readonly roles: readonly RoleRow[];
  readonly units: readonly UnitVersion[];
  readonly comingUnits: readonly ComingUnit[];
}

/** What can be asked for: roles meant for people, today's municipalities, and those that prepared reforms will bring. */
export const openRequestForm = readAction({
  name: 'access.open-request-form',
  title: { lv: 'Atvērta tiesību pieprasījuma veidlapa', en: 'Form for requesting a right opened' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, actor, today }): Promise<RequestForm> => ({
    own: await findOwnPlace(tx, ownUserId(actor)),
    roles: await listRolesForPeople(tx),
    units: await listUnitsOn(tx, today),
    comingUnits: await listComingUnits(tx),
  }),
});

export async function listComingUnits(tx: Read): Promise<ComingUnit[]> {
  const coming: ComingUnit[] = [];
  for (const { id, effective, state } of await listReforms(tx)) {
    if (state !== 'prepared') continue;
    for (const { atvk, name } of await listReformUnits(tx, id)) coming.push({ reformId: id, atvk, name, effective });
  }
  return coming;
}
