import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** Facts about who learns where: identities and days alone. Whoever wants to know more asks with a right to it. */
const OfMembership = z.object({ membershipId: z.string(), institutionId: z.string(), on: z.string() });
export const membershipBegun = eventKind('education.membership-begun', OfMembership);
export const membershipEnded = eventKind('education.membership-ended', OfMembership);
/** Corrected, withdrawn or reopened: whatever was counted from it is to be counted anew. */
export const membershipCorrected = eventKind('education.membership-corrected', OfMembership);
export const classChanged = eventKind('education.class-changed', z.object({ membershipId: z.string(), classId: z.string(), on: z.string() }));
export const transferDone = eventKind('education.transfer-done', z.object({ transferId: z.string(), fromMembershipId: z.string(), toMembershipId: z.string(), on: z.string() }));
/** From `from` until before `to` (null: without an end) someone is exempt from a subject in another way than before. */
export const exemptionChanged = eventKind('education.exemption-changed', z.object({ personId: z.string(), from: z.string(), to: z.string().nullable() }));
/** What a class learns, its grade or its last day is another than before. */
export const classPlanChanged = eventKind('education.class-plan-changed', z.object({ classId: z.string() }));
