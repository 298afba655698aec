import type { ReformParticipant } from '#modules/territories/public.js';

/** The registers that take part in reforms, in the order in which they are changed. */
export const PARTICIPANTS: readonly ReformParticipant[] = [];
