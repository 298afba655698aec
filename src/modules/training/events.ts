import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

export const coursePublished = eventKind('training.course-published', z.object({ courseId: z.uuid(), number: z.number() }));
/** Names no person but by the user's id: who wants to know more asks with a right to it. */
export const coursePassed = eventKind('training.course-passed', z.object({ courseId: z.uuid(), userId: z.uuid() }));
