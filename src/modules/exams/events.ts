import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

const OfEntry = z.object({ entryId: z.uuid(), examCode: z.string(), year: z.number(), institutionId: z.uuid() });

/** Someone is exempt from an exam or some of its parts; who, is asked with a right to it. */
export const exemptionRecorded = eventKind('exams.exemption-recorded', OfEntry);
/** An international document replaces an exam. */
export const replacementRecorded = eventKind('exams.replacement-recorded', OfEntry);
/** An exam of someone was annulled: its result is hidden, and a certificate of it holds no more. */
export const entryAnnulled = eventKind('exams.entry-annulled', OfEntry);
/** What was said about an entry does not hold any more. */
export const factTakenBack = eventKind('exams.fact-taken-back', OfEntry.extend({ kind: z.string() }));
/** The head of an institution has approved who took an exam. */
export const protocolApproved = eventKind('exams.protocol-approved', z.object({ sittingId: z.uuid(), examCode: z.string(), year: z.number(), institutionId: z.uuid() }));

const OfEvent = z.object({ eventId: z.uuid(), examCode: z.string(), year: z.number() });
/** First results of an event were counted: how many, and nothing of any. They are not visible by that. */
export const resultRecorded = eventKind('exams.result-recorded', OfEvent.extend({ recorded: z.number() }));
/** A result got another version: a certificate of the one before no longer says what holds. */
export const resultChanged = eventKind('exams.result-changed', OfEntry.extend({ version: z.number(), why: z.string() }));
/** The instant came from which results may be seen. Said by a job; that they can be seen does not wait for it. */
export const resultsPublished = eventKind('exams.results-published', z.object({ publicationId: z.uuid(), year: z.number(), stage: z.string(), term: z.string(), eventId: z.uuid().nullable(), visibleFrom: z.string() }));
