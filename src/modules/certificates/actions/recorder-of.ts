import type { ActionContext } from '#platform/actions/action.js';

/** Who writes, as it is kept with rows: a user's identity, or the job's name. */
export const recorderOf = ({ actor }: Pick<ActionContext, 'actor'>): string => actor.id ?? actor.name;
