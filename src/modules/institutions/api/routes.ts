import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { changeAddress } from '../actions/change-address.js';
import { changeFounder } from '../actions/change-founder.js';
import { checkFounders } from '../actions/check-founders.js';
import { closeInstitution } from '../actions/close-institution.js';
import { correctEntry } from '../actions/correct-entry.js';
import { addDeliveryPlace, closeDeliveryPlace } from '../actions/delivery-places.js';
import { findInstitutions } from '../actions/find-institutions.js';
import { recordSuccession } from '../actions/record-succession.js';
import { registerInstitution } from '../actions/register-institution.js';
import { renameInstitution } from '../actions/rename-institution.js';
import { showInstitution } from '../actions/show-institution.js';
import { Card, Done, FounderProblem, Listed, presentCard, presentListed, RegNr } from './contract.js';

const tag = 'institutions';
const Word = z.string().optional();

/** A changing action behind `POST /api/institutions/{regNr}/…`, with what the action asks for. */
const change = (path: string, summary: string, action: Parameters<typeof apiRoute>[0]['action']): ApiRoute =>
  apiRoute({ method: 'POST', path: `/api/institutions/{regNr}/${path}`, summary, tag, params: RegNr, answer: Done, action });

export const institutionsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/institutions',
    summary: 'Institutions as of a day, in Latvian order of names; `after` is the registration number of the last one seen',
    tag,
    query: z.object({ q: Word, on: Word, atvk: Word, kind: Word, founder: Word, state: Word, after: Word }),
    answer: z.object({ on: z.string(), total: z.number(), items: z.array(Listed), next: z.string().nullable() }),
    action: findInstitutions,
    present: ({ on, total, institutions, next }) => ({ on, total, items: institutions.map(presentListed), next }),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/institutions/{regNr}',
    summary: 'One institution: as it was on a day, and all its histories',
    tag,
    params: RegNr,
    query: z.object({ on: Word }),
    answer: Card,
    action: showInstitution,
    present: presentCard,
  }),
  apiRoute({
    method: 'GET',
    path: '/api/institution-founder-gaps',
    summary: 'Days of institutions’ lives without an actual founder, or with one that had ended',
    tag,
    answer: z.array(FounderProblem),
    action: checkFounders,
  }),
  apiRoute({ method: 'POST', path: '/api/institutions', summary: 'Register an institution', tag, answer: Done.extend({ institutionId: z.string() }), action: registerInstitution }),
  change('names', 'Rename from a day', renameInstitution),
  change('founders', 'Another actual founder from a day', changeFounder),
  change('addresses', 'Another legal or actual address from a day', changeAddress),
  change('delivery-places', 'Add a delivery place', addDeliveryPlace),
  change('delivery-place-closings', 'Close a delivery place', closeDeliveryPlace),
  change('closure', 'Close the institution', closeInstitution),
  change('successions', 'Record that the institution goes on in another', recordSuccession),
  change('corrections', 'Put a right entry in the place of a wrong one', correctEntry),
];
