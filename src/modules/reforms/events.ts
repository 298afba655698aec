import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

const Reform = z.object({ reformId: z.string(), effective: z.string() });

/** A reform is fixed: users of ceasing municipalities are told, rights at the successors may be asked for. */
export const reformPrepared = eventKind('reforms.reform-prepared', Reform);

/** A prepared reform is taken back: nothing of it comes. */
export const reformCancelled = eventKind('reforms.reform-cancelled', Reform);

/** The new edition of the map holds, and every register has changed with it. */
export const reformApplied = eventKind('reforms.reform-applied', Reform.extend({ changes: z.number() }));

/** What was believed about a succession was wrong and has been put right. */
export const successionCorrected = eventKind('reforms.succession-corrected', Reform);
