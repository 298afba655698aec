import type { WriteContext } from '#platform/actions/action.js';
import { insertResident } from '../store/users.js';

/** Makes the account of a person of the register who signed in for the first time by an identity of the state: no rights, their own data only. Null where there was one already, now suspended. */
export const createResident = ({ tx, now }: WriteContext, person: { readonly id: string; readonly name: string }): Promise<string | null> => insertResident(tx, person, now);
