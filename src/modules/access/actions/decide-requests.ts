import { z } from 'zod';
import type { CheckBrief } from '#modules/checking/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type ListOrder, listOrder, orderFields } from '#kernel/list-order.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { type Actor, EVERYWHERE, type Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { notify } from '#platform/notices/notify.js';
import { type Place, placeOf } from '../domain/place.js';
import { grantGiven, requestDecided } from '../events.js';
import { grantRights } from '../permissions.js';
import { insertGrant } from '../store/grants.js';
import { countUndecided, decideRequest, findRequest, listUndecided, lockRequest, REQUESTS_SORTED_BY, type RequestRow } from '../store/requests.js';
import { listOwnRequirements } from '../store/requirements.js';
import { findUser } from '../store/users.js';
import { DOCUMENT_NOT_CHECKED, NO_SUCH_REQUEST, REQUEST_DECIDED, SAY_WHY_DESPITE, SIGNATURE_DOES_NOT_HOLD } from '../texts.js';
import { withChecks } from './basis-document.js';
import { checkPeriod, getRoleFor } from './check-grant.js';
import { ownUserId, refuseOwn } from './own-user.js';
import { placeBrought } from './place-brought.js';
import { widenScope } from './widen-scope.js';

/** A request with what was last found of its document. */
export type CheckedRequest = RequestRow & { readonly check: CheckBrief | undefined };

/** What a document is whose signature nobody has checked; null where there is none, or where it was checked, with whatever outcome. */
export const uncheckedKind = ({ basisFileId, check }: CheckedRequest): Exclude<CheckBrief['kind'], 'container'> | 'never-checked' | null => {
  if (basisFileId === null) return null;
  if (!check) return 'never-checked';
  return check.kind === 'container' ? null : check.kind;
};

const PAGE = 25;

export interface Undecided {
  readonly order: ListOrder;
  readonly requests: readonly CheckedRequest[];
  readonly total: number;
  readonly next: string | null;
}

/** Requests that wait for the actor's decision, the oldest first where no other order is asked for. */
export const listRequestsToDecide = readAction({
  name: 'access.list-requests-to-decide',
  title: { lv: 'Apskatīti neizlemtie tiesību pieprasījumi', en: 'Undecided requests for rights looked at' },
  permission: grantRights,
  input: z.object({ ...orderFields(REQUESTS_SORTED_BY), after: emptyAsNull(z.uuid()) }),
  async run({ tx, scope, today }, { after, ...sorted }): Promise<Undecided> {
    const wide = await widenScope(tx, scope, today);
    const order = listOrder(sorted);
    const found = await listUndecided(tx, wide, order, after, PAGE + 1);
    const requests = await withChecks(tx, found.slice(0, PAGE));
    return { order, requests, total: await countUndecided(tx, wide, null), next: found.length > PAGE ? requests.at(-1)!.id : null };
  },
  audit: ({ output }) => ({ facts: { found: output.requests.length } }),
});

/** The form for deciding one request: whose it is and what was asked for. */
export const openDecision = readAction({
  name: 'access.open-decision',
  title: { lv: 'Atvērta tiesību pieprasījuma izlemšanas veidlapa', en: 'Form for deciding a request for a right opened' },
  permission: grantRights,
  input: z.object({ id: z.uuid() }),
  async run({ tx, scope, today }, { id }): Promise<CheckedRequest> {
    const request = await findRequest(tx, id, await widenScope(tx, scope, today));
    if (!request) throw new NotFound('no-such-request', NO_SUCH_REQUEST);
    return (await withChecks(tx, [request]))[0]!;
  },
  audit: ({ input, output }) => ({ facts: { request: input.id, user: output.userId } }),
});

/**
 * Approves a request: it becomes a grant, or, for a unit that a reform will bring, waits for its day. Where the reform was applied
 * before anybody decided, it becomes a grant too.
 * Nobody approves their own. Where the signature of its document does not hold, whoever approves says that they know, and why they do so all the same; where it was
 * not checked, that they have looked at the document themselves.
 */
export const approveRequest = writeAction({
  name: 'access.approve-request',
  title: { lv: 'Apstiprināts tiesību pieprasījums', en: 'Request for a right approved' },
  permission: grantRights,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), unchecked: z.literal('yes').optional(), despite: z.literal('yes').optional(), despiteWhy: emptyAsNull(z.string().trim().min(3).max(1_000)) }),
  async run(context, { id, unchecked, despite, despiteWhy }) {
    const { tx, now, today, announce } = context;
    const request = await lockForDecision(context, id);
    const [checked] = (await withChecks(tx, [request])) as [CheckedRequest];
    const isBroken = checked.check?.verdict === 'failed';
    const kind = uncheckedKind(checked);
    if (kind && unchecked === undefined) throw invalid('unchecked', DOCUMENT_NOT_CHECKED);
    if (isBroken && despite === undefined) throw invalid('despite', SIGNATURE_DOES_NOT_HOLD);
    if (isBroken && despiteWhy === null) throw invalid('despiteWhy', SAY_WHY_DESPITE);
    const why = isBroken ? (despiteWhy ?? '') : '';
    const by = ownUserId(context.actor);
    const place = request.comingAtvk && request.reformId ? await placeBrought(tx, request.reformId, request.comingAtvk) : placeOf(request);
    const grantId = place && (await startGrant(request, place));
    await decideRequest(tx, id, 'approved', { by, reason: why, startedGrant: grantId !== null }, now);
    await announce(requestDecided, { requestId: id });
    const first = (await listOwnRequirements(tx, request.userId, today)).filter((one) => one.grantId === grantId && !one.met && one.validFrom <= today);
    const toTake = { lv: first.map(({ titleLv }) => `“${titleLv}”`).join(', '), en: first.map(({ titleLv, titleEn }) => `“${titleEn || titleLv}”`).join(', ') };
    const period = { from: place && request.wantedFrom < today ? today : request.wantedFrom, to: request.wantedTo };
    const more = { toTakeLv: toTake.lv, toTakeEn: toTake.en, periodLv: readablePeriod(period, 'lv'), periodEn: readablePeriod(period, 'en') };
    await tell(context, request, place ? APPROVED : APPROVED_BEFOREHAND, first.length > 0 ? WHICH_AFTER_TRAINING : WHICH, more);
    return { grantId, userId: request.userId, why, kind };

    async function startGrant({ userId, roleCode, wantedFrom, wantedTo, basis, basisFileId }: RequestRow, place: Place) {
      const validFrom = wantedFrom < today ? today : wantedFrom;
      await getRoleFor(tx, roleCode, place.kind);
      await checkPeriod(tx, place, { from: validFrom, to: wantedTo });
      const given = await insertGrant(tx, { userId, roleCode, place, validFrom, validTo: wantedTo, basis, basisFileId, requestId: id }, by, now);
      await announce(grantGiven, { grantId: given, userId, from: validFrom });
      return given;
    }
  },
  audit: ({ input, output }) => ({ facts: { request: input.id, user: output.userId, grant: output.grantId, ...(output.why && { why: output.why }), ...(output.kind && { uncheckedDocument: output.kind }) } }),
});

export const refuseRequest = writeAction({
  name: 'access.refuse-request',
  title: { lv: 'Noraidīts tiesību pieprasījums', en: 'Request for a right refused' },
  permission: grantRights,
  asksFreshProof: true,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(1_000) }),
  async run(context, { id, why }) {
    const request = await lockForDecision(context, id);
    await decideRequest(context.tx, id, 'refused', { by: ownUserId(context.actor), reason: why, startedGrant: false }, context.now);
    await context.announce(requestDecided, { requestId: id });
    await tell(context, request, REFUSED, WHICH_AND_WHY, { why });
    return { userId: request.userId };
  },
  audit: ({ input, output }) => ({ facts: { request: input.id, user: output.userId } }),
});

async function lockForDecision({ tx, scope, today, actor }: WriteContext, id: string): Promise<RequestRow> {
  const request = await lockRequest(tx, id, await widenScope(tx, scope, today));
  if (!request) throw new NotFound('no-such-request', NO_SUCH_REQUEST);
  if (request.state !== 'submitted') throw new Conflict('request-decided', REQUEST_DECIDED);
  await refuseOwn(tx, request.userId, ownUserId(actor), 'own-request');
  return request;
}

async function tell(context: WriteContext, request: RequestRow, subject: Text, words: Text, more: Readonly<Record<string, string>>) {
  const { id, userId, roleLv, roleEn, place } = request;
  const user = await findUser(context.tx, userId, EVERYWHERE, context.today);
  const body = fill(words, { roleLv, roleEn, placeLv: place ?? COUNTRY.lv, placeEn: place ?? COUNTRY.en, ...more });
  await notify(context, { userId, email: user?.email || null, kind: 'access.request-decided', subject, body, link: '/my/rights', onceKey: `access.request-decided:${id}` });
}

const APPROVED: Text = { lv: 'Jūsu tiesību pieprasījums ir apstiprināts', en: 'Your request for a right has been approved' };
const APPROVED_BEFOREHAND: Text = {
  lv: 'Jūsu tiesību pieprasījums ir apstiprināts; tiesības sāksies reformas dienā',
  en: 'Your request for a right has been approved; the right starts on the day of the reform',
};
const REFUSED: Text = { lv: 'Jūsu tiesību pieprasījums ir noraidīts', en: 'Your request for a right has been refused' };
const WHICH: Text = { lv: '{roleLv}, {placeLv}. Tiesības ir spēkā: {periodLv} Sīkāk lasiet sadaļā “Manas tiesības”.', en: '{roleEn}, {placeEn}. The right holds: {periodEn} Read more under “My rights”.' };
const WHICH_AFTER_TRAINING: Text = {
  lv: '{roleLv}, {placeLv}. Tiesības ir piešķirtas: {periodLv} Tās sāks darboties, tiklīdz būsiet apguvis: {toTakeLv}. Kursu atradīsiet sadaļā “Manas tiesības”.',
  en: '{roleEn}, {placeEn}. The right is given: {periodEn} It counts as soon as you have taken: {toTakeEn}. You find it under “My rights”.',
};
const WHICH_AND_WHY: Text = {
  lv: '{roleLv}, {placeLv}. Noraidījuma iemesls: {why}',
  en: '{roleEn}, {placeEn}. Reason for the refusal: {why}',
};
const COUNTRY: Text = { lv: 'visa valsts', en: 'whole country' };

/** How many requests wait for someone with this scope, who does not decide their own. */
export const countRequestsToDecide = async ({ tx, actor, scope, today }: { tx: Read; actor: Pick<Actor, 'id'>; scope: Scope; today: IsoDate }): Promise<number> =>
  countUndecided(tx, await widenScope(tx, scope, today), actor.id);
