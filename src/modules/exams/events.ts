import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

const OfEntry = z.object({ entryId: z.uuid(), examCode: z.string(), year: z.number(), institutionId: z.uuid() });

/** Someone is exempt from an exam or some of its parts; who, is asked with a right to it. */
export const exemptionRecorded = eventKind('exams.exemption-recorded', OfEntry);
/** An international document replaces an exam. */
export const replacementRecorded = eventKind('exams.replacement-recorded', OfEntry);
/** What was said about an entry does not hold any more. */
export const factTakenBack = eventKind('exams.fact-taken-back', OfEntry.extend({ kind: z.string() }));
/** The head of an institution has approved who took an exam. */
export const protocolApproved = eventKind('exams.protocol-approved', z.object({ sittingId: z.uuid(), examCode: z.string(), year: z.number(), institutionId: z.uuid() }));
