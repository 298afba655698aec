import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { refuseFarAhead } from '#kernel/far-day.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { storeFile } from '#platform/files/store-files.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { grantEnded, grantGiven } from '../events.js';
import { grantRights } from '../permissions.js';
import { endGrant, insertGrant, lockGrant } from '../store/grants.js';
import { findUserByLogin } from '../store/users.js';
import { GRANT_OVER, IN_THE_PAST, NO_ACTIVE_LOGIN, NO_SUCH_GRANT, NOT_YOUR_PLACE } from '../texts.js';
import { checkBasis } from './basis-document.js';
import { checkEnd, checkPeriod, getRoleFor } from './check-grant.js';
import { ownUserId, refuseOwn } from './own-user.js';
import { placeFields, resolvePlace } from './resolve-place.js';
import { tellEnded } from './tell-ended.js';
import { covers, widenScope } from './widen-scope.js';

/** Gives a user a role at a place for a period, on a named basis. Nobody gives anything to themselves. */
export const giveGrant = writeAction({
  name: 'access.give-grant',
  title: { lv: 'Piešķirtas tiesības', en: 'Right given' },
  permission: grantRights,
  asksFreshProof: true,
  input: z.object({
    login: z.string().trim().min(1),
    roleCode: z.string().min(1),
    ...placeFields,
    from: IsoDateInput,
    to: emptyAsNull(IsoDateInput),
    basis: z.string().trim().min(1).max(1_000),
    file: UploadedFileInput,
  }),
  async run(context, { login, roleCode, from, to, basis, file, ...wanted }) {
    const { tx, actor, scope, now, today, announce } = context;
    const by = ownUserId(actor);
    const place = await resolvePlace(tx, wanted.place, wanted.regNr);
    if (!covers(await widenScope(tx, scope, today), place)) throw invalid('place', NOT_YOUR_PLACE);
    const user = await findUserByLogin(tx, login);
    if (!user) throw invalid('login', NO_ACTIVE_LOGIN);
    await refuseOwn(tx, user.id, by, 'own-right');
    if (from < today) throw invalid('from', IN_THE_PAST);
    refuseFarAhead('from', from, today);
    refuseFarAhead('to', to, today);
    await getRoleFor(tx, roleCode, place.kind);
    await checkPeriod(tx, place, { from, to });
    const basisFileId = file && (await storeFile(tx, file, by, now));
    if (file && basisFileId) await checkBasis(context, basisFileId, file, null);
    const id = await insertGrant(tx, { userId: user.id, roleCode, place, validFrom: from, validTo: to, basis, basisFileId, requestId: null }, by, now);
    await announce(grantGiven, { grantId: id, userId: user.id, from });
    return { id, userId: user.id, place };
  },
  audit: ({ input, output }) => ({ facts: { grant: output.id, user: output.userId, role: input.roleCode, place: output.place, from: input.from, to: input.to } }),
});

/** Ends a right from a day on (today at the earliest); what it was until then stays readable. */
export const endGrantEarly = writeAction({
  name: 'access.end-grant',
  title: { lv: 'Izbeigtas tiesības', en: 'Right ended' },
  permission: grantRights,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), on: IsoDateInput, why: z.string().trim().min(3).max(1_000) }),
  async run(context, { id, on, why }) {
    const { tx, actor, scope, now, today, announce } = context;
    if (on < today) throw invalid('on', IN_THE_PAST);
    refuseFarAhead('on', on, today);
    const grant = await lockGrant(tx, id, await widenScope(tx, scope, today));
    if (!grant) throw new NotFound('no-such-grant', NO_SUCH_GRANT);
    checkEnd(grant, on, today);
    if ((await endGrant(tx, id, on, why, ownUserId(actor), now)) === 0) throw new Conflict('grant-over', GRANT_OVER);
    await announce(grantEnded, { grantId: id, userId: grant.userId, to: on });
    await tellEnded(context, id, on, why);
    return { userId: grant.userId, on };
  },
  audit: ({ input, output }) => ({ facts: { grant: input.id, user: output.userId, on: input.on } }),
});
