import type { FirstStep } from '#platform/actions/first-step.js';
import { listWards } from '../store/cards.js';

type Asked = NonNullable<FirstStep['when']>;

/** Whether somebody is a person of the register, by their own proof. */
export const isInRegister: Asked = async ({ actor }) => actor.personId !== null;

/** Whether they act today for somebody who is under age. */
export const hasWards: Asked = async ({ tx, actor, today }) => actor.personId !== null && (await listWards(tx, actor.personId, today)).length > 0;

/** Whether what the register knows concerns themselves alone. */
export const isAlone: Asked = async (context) => (await isInRegister(context)) && !(await hasWards(context));
