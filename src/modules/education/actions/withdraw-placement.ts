import { z } from 'zod';
import { findLearner, type LearnerRow } from '#modules/persons/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction, writeAction } from '#platform/actions/action.js';
import { classChanged } from '../events.js';
import { keepPupils } from '../permissions.js';
import { findMembershipOfPlacement, listPlacements, listPushedAway, type MembershipRow, type PlacementRow, withdrawPlacement as withdrawIt } from '../store/memberships.js';
import { changing, getMembership } from './memberships.js';
import { NO_SUCH_PLACEMENT } from './refusals.js';
import { recordingOf } from './school-scope.js';

interface Withdrawal {
  readonly placement: PlacementRow;
  /** The class that ended for it, which goes on; none in another school year, whose classes are over. */
  readonly goesOn: PlacementRow | undefined;
  /** Later classes that it pushed away and that come back. */
  readonly back: readonly PlacementRow[];
}

/** @throws NotFound alike for "is not", "was taken back" and "may not see" */
async function membershipOf(tx: ActionContext['tx'], placementId: string): Promise<string> {
  const id = await findMembershipOfPlacement(tx, placementId);
  if (id === undefined) throw new NotFound('no-such-placement', NO_SUCH_PLACEMENT);
  return id;
}

/** @throws NotFound where the placement was taken back meanwhile */
async function withdrawalOf(tx: ActionContext['tx'], membershipId: string, placementId: string): Promise<Withdrawal> {
  const placements = await listPlacements(tx, membershipId);
  const placement = placements.find(({ id }) => id === placementId);
  if (!placement) throw new NotFound('no-such-placement', NO_SUCH_PLACEMENT);
  return { placement, goesOn: placements.find((one) => one.validTo === placement.validFrom && one.year === placement.year), back: await listPushedAway(tx, placement) };
}

export interface PlacementForm extends Withdrawal {
  readonly membership: MembershipRow;
  readonly person: LearnerRow;
}

export const openPlacementForm = readAction({
  name: 'education.open-placement-form',
  title: { lv: 'Atvērta klases ieraksta veidlapa', en: 'Form of a placement opened' },
  permission: keepPupils,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<PlacementForm> {
    const { tx, today } = context;
    const membership = await getMembership(context, await membershipOf(tx, id));
    return { membership, person: (await findLearner(tx, membership.personId, today))!, ...(await withdrawalOf(tx, membership.id, id)) };
  },
  audit: ({ output }) => ({ subjects: [output.membership.personId], facts: { membership: output.membership.id } }),
});

/** Takes a placement back that was a mistake; what was believed stays readable, and the class before goes on, and a later one that was already planned comes back, as if nothing had been. */
export const withdrawPlacement = writeAction({
  name: 'education.withdraw-placement',
  title: { lv: 'Atsaukts kļūdains klases ieraksts', en: 'Wrong placement in a class taken back' },
  permission: keepPupils,
  input: z.object({ id: z.uuid(), why: z.string().trim().min(3).max(500) }),
  async run(context, { id }) {
    const { tx } = context;
    const membership = await changing(context, await membershipOf(tx, id));
    const { placement, goesOn, back } = await withdrawalOf(tx, membership.id, id);
    await withdrawIt(tx, placement, goesOn, back, recordingOf(context));
    for (const one of [placement, ...(goesOn ? [goesOn] : []), ...back]) await context.announce(classChanged, { membershipId: membership.id, classId: one.classId, on: placement.validFrom });
    return { personId: membership.personId, membershipId: membership.id, classId: placement.classId };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { membership: output.membershipId, class: output.classId, why: input.why } }),
});
