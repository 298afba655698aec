import { editParameters, editRoles, grantRights, manageUsers } from '#modules/access/public.js';
import { keepBreakGlass, leadProgramme } from '../permissions.js';

/** Whoever decides about the ways in and the rights of others, or about the limits of both, holds one of these. */
export const ADMINISTRATIVE: readonly string[] = [manageUsers, grantRights, editRoles, editParameters, leadProgramme, keepBreakGlass].map(({ name }) => name);
