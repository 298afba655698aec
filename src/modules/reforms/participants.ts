import { accessInReform } from '#modules/access/public.js';
import { appsInReform } from '#modules/apps/public.js';
import { authenticationInReform } from '#modules/authentication/public.js';
import { institutionsInReform } from '#modules/institutions/public.js';
import { personsInReform } from '#modules/persons/public.js';
import type { ReformParticipant } from '#modules/territories/public.js';

/** The registers that take part in reforms, in the order in which they are changed: whose users someone was is written down before they go over. */
export const PARTICIPANTS: readonly ReformParticipant[] = [institutionsInReform, personsInReform, authenticationInReform, appsInReform, accessInReform];
