import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** A certificate does not hold any more: replaced by its next version, or its result is gone. Who has it should ask anew. */
export const certificateRevoked = eventKind('certificates.certificate-revoked', z.object({ certificateId: z.uuid(), year: z.number(), examCode: z.string(), institutionId: z.uuid() }));
