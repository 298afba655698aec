import type { FirstStep } from '#platform/actions/first-step.js';
import { worksWithoutRights } from '../store/users.js';

/** Whether somebody works somewhere and was given nothing to do there yet: a resident, or whose right waits for a course, is not asked to ask. */
export const seeksRights: NonNullable<FirstStep['when']> = async ({ tx, actor, today }) => actor.id !== null && (await worksWithoutRights(tx, actor.id, today));
