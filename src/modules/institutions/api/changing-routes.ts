import { z } from 'zod';
import type { Action } from '#platform/actions/action.js';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { changeAddress } from '../actions/change-address.js';
import { changeFounder } from '../actions/change-founder.js';
import { closeInstitution } from '../actions/close-institution.js';
import { correctEntry } from '../actions/correct-entry.js';
import { addDeliveryPlace, closeDeliveryPlace } from '../actions/delivery-places.js';
import { recordSuccession } from '../actions/record-succession.js';
import { registerInstitution } from '../actions/register-institution.js';
import { renameInstitution } from '../actions/rename-institution.js';
import { ADDRESS_KINDS, CLOSURE_REASONS, FOUNDER_TYPES, PROGRAMMES, SUCCESSION_KINDS } from '../domain/words.js';
import { RegNr } from './contract.js';

const tag = 'institutions';
const Done = RegNr;
const Day = z.string().describe('YYYY-MM-DD');
const Word = z.string();
const place = { atvk: Word.describe('ATVK code valid on the day'), part: Word.optional().describe('Parish or town'), street: Word };
const founder = {
  founderType: z.enum(FOUNDER_TYPES),
  founderAtvk: Word.optional().describe('For a municipality: its ATVK code valid on the day'),
  founderName: Word.optional().describe('For anyone else'),
  founderRegNr: Word.optional(),
};

const change = <Input, Output>(path: string, summary: string, body: z.ZodObject, action: Action<Input, Output>): ApiRoute =>
  apiRoute({ method: 'POST', path: `/api/institutions/{regNr}/${path}`, summary, tag, params: RegNr, body, answer: Done, action });

/** What a registrar records, for machines; pages stand before the most frequent ones. */
export const changingRoutes: readonly ApiRoute[] = [
  apiRoute({
    method: 'POST',
    path: '/api/institutions',
    summary: 'Register an institution',
    tag,
    body: z.object({
      regNr: Word,
      entNr: Word.optional(),
      name: Word,
      type: Word,
      legalStatus: Word,
      subordination: Word,
      foundedOn: Day,
      basis: Word,
      ...founder,
      ...place,
      phone: Word.optional(),
      email: Word.optional(),
      website: Word.optional(),
    }),
    answer: Done.extend({ institutionId: z.string() }),
    action: registerInstitution,
  }),
  change('names', 'Rename from a day', z.object({ name: Word, from: Day }), renameInstitution),
  change('founders', 'Another actual founder from a day', z.object({ ...founder, from: Day, reason: Word.optional(), basis: Word }), changeFounder),
  change('addresses', 'Another legal or actual address from a day', z.object({ kind: z.enum(ADDRESS_KINDS), ...place, from: Day }), changeAddress),
  change('delivery-places', 'Add a delivery place', z.object({ programme: z.enum(PROGRAMMES), name: Word.optional(), ...place, from: Day }), addDeliveryPlace),
  change('delivery-place-closings', 'Close a delivery place', z.object({ placeId: Word, from: Day }), closeDeliveryPlace),
  change('closure', 'Close the institution: the first day without it', z.object({ closedOn: Day, reason: z.enum(CLOSURE_REASONS), basis: Word }), closeInstitution),
  change(
    'successions',
    'Record that the institution goes on in another',
    z.object({ successorRegNr: Word, kind: z.enum(SUCCESSION_KINDS), effective: Day, basis: Word }),
    recordSuccession,
  ),
  change(
    'corrections',
    'Put a right entry in the place of a wrong one, which stays as what was believed',
    z.looseObject({ history: z.enum(['name', 'founder', 'address', 'delivery_place']), rowId: Word, from: Day, to: Day.nullable().optional() }),
    correctEntry,
  ),
];
