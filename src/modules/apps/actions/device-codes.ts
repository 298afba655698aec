import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { DEVICE_CODES, deleteAttempt, holdAttempt, keepRefusal, setAttemptOutcome, VisitorInput } from '#modules/authentication/public.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';

/**
 * Counts a try at the code of a device before it is looked up, so that many at once cannot slip past the count: by the person, in
 * whichever of their sessions, and by the network they sit in (RFC 8628, 5.1).
 */
export const beginDeviceCode = writeAction({
  name: 'apps.begin-device-code',
  title: { lv: 'Ievadīts ierīces kods', en: 'Code of a device entered' },
  permission: SIGNED_IN,
  input: z.object({ visitor: VisitorInput }),
  async run(context, { visitor }) {
    const attempt = await holdAttempt(context, `device code of ${ownUserId(context.actor)}`, visitor, { strangers: true, limits: DEVICE_CODES });
    return attempt.kind === 'throttled' ? attempt : ({ kind: 'begun', attempt: await attempt.outcome('failed') } as const);
  },
  audit: ({ input, output }) => ({ facts: { network: input.visitor.addressPrefix, outcome: output.kind } }),
});

/** What came of it: the code of a device that waits, of one that the person refused, or nothing that was a code at all; a wrong one stays counted. */
export const endDeviceCode = writeAction({
  name: 'apps.end-device-code',
  title: { lv: 'Pārbaudīts ierīces kods', en: 'Code of a device checked' },
  permission: SIGNED_IN,
  input: z.object({ attempt: z.uuid(), verdict: z.enum(['right', 'wrong', 'refused', 'nothing']), visitor: VisitorInput }),
  async run(context, { attempt, verdict, visitor }) {
    const { tx, actor } = context;
    if (verdict === 'right') await setAttemptOutcome(tx, attempt, 'succeeded');
    if (verdict === 'refused' || verdict === 'nothing') await deleteAttempt(tx, attempt);
    if (verdict === 'refused') await keepRefusal(context, ownUserId(actor), 'device', 'device-refused', visitor);
  },
  audit: ({ input }) => ({ facts: { verdict: input.verdict } }),
});
