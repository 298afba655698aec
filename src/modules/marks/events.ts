import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** Someone agreed that a university may have their marks, and whether results of state exams too. Within the program only: that somebody applies there is something about them. */
export const admissionConsented = eventKind('marks.admission-consented', z.object({ consentId: z.uuid(), personId: z.uuid(), institutionId: z.uuid(), coversExams: z.boolean() }));
