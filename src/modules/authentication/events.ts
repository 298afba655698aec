import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/**
 * Sessions of a user ended: applications that were entered through them are to end theirs, unless the person only proved anew
 * who they are and goes on in the session `replacedBy`.
 * With `at`, what outlives sessions ends too, as far as it was given before that moment: the owner changed what they sign in with.
 */
export const sessionsEnded = eventKind('authentication.sessions-ended', z.object({ userId: z.uuid(), sessions: z.array(z.string()), why: z.string(), replacedBy: z.string().optional(), at: z.iso.datetime().optional() }));
/** A sealed account was opened. */
export const breakGlassUsed = eventKind('authentication.break-glass-used', z.object({ useId: z.uuid(), userId: z.uuid() }));
