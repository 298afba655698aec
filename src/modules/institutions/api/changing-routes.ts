import { z } from 'zod';
import type { Action } from '#platform/actions/action.js';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { accreditInstitution } from '../actions/accredit-institution.js';
import { addLegalFounder } from '../actions/add-legal-founder.js';
import { changeAddress } from '../actions/change-address.js';
import { changeDetails } from '../actions/change-details.js';
import { changeFounder } from '../actions/change-founder.js';
import { changeStanding } from '../actions/change-standing.js';
import { closeInstitution } from '../actions/close-institution.js';
import { correctClosure, withdrawClosure } from '../actions/correct-closure.js';
import { correctEntry } from '../actions/correct-entry.js';
import { correctFounding } from '../actions/correct-founding.js';
import { correctSuccession, withdrawSuccession } from '../actions/correct-succession.js';
import { addDeliveryPlace, closeDeliveryPlace } from '../actions/delivery-places.js';
import { grantGymnasiumTitle, withdrawGymnasiumTitle } from '../actions/gymnasium-title.js';
import { endHead, recordHead } from '../actions/head.js';
import { recordSuccession } from '../actions/record-succession.js';
import { registerInstitution } from '../actions/register-institution.js';
import { renameInstitution } from '../actions/rename-institution.js';
import { withdrawEntry } from '../actions/withdraw-entry.js';
import { HISTORIES } from '../domain/lines.js';
import { ADDRESS_KINDS, CLOSURE_REASONS, FOUNDER_TYPES, PROGRAMMES, SUCCESSION_KINDS } from '../domain/words.js';
import { RegNr } from './contract.js';

const tag = 'institutions';
const Done = RegNr;
const Day = z.string().describe('YYYY-MM-DD');
const Word = z.string();
const place = { atvk: Word.describe('ATVK code valid on the day'), part: Word.optional().describe('Parish or town'), street: Word, addressCode: Word.nullable().optional().describe('Nine digits of the address register') };
const founder = {
  founderType: z.enum(FOUNDER_TYPES),
  founderAtvk: Word.optional().describe('For a municipality: its ATVK code valid on the day'),
  founderName: Word.optional().describe('For anyone else'),
  founderRegNr: Word.optional(),
};

const standing = { type: Word.describe('Code of the classifier; the kind follows from it'), legalStatus: Word, subordination: Word };
const contacts = { phone: Word.optional(), email: Word.optional(), website: Word.optional() };
const succession = { successorRegNr: Word, kind: z.enum(SUCCESSION_KINDS), effective: Day, basis: Word };
const closing = { closedOn: Day, reason: z.enum(CLOSURE_REASONS), basis: Word };
const Why = z.object({ why: Word });
const OfSuccession = RegNr.extend({ successionId: Word });
const OpenDay = Day.nullable().optional();

const change = <Input, Output extends { regNr: string }>(path: string, summary: string, body: z.ZodObject, action: Action<Input, Output>, params: z.ZodObject = RegNr): ApiRoute =>
  apiRoute({ method: 'POST', path: `/api/institutions/{regNr}/${path}`, summary, tag, params, body, answer: Done, action, present: ({ regNr }) => ({ regNr }) });

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
      ...standing,
      foundedOn: Day,
      basis: Word,
      ...founder,
      ...place,
      ...contacts,
    }),
    answer: Done.extend({ institutionId: z.string() }),
    action: registerInstitution,
  }),
  change('names', 'Rename from a day', z.object({ name: Word, from: Day }), renameInstitution),
  change(
    'standings',
    'Another type, legal status or subordination from a day',
    z.object({ ...standing, from: Day, basis: Word, endAccreditation: z.boolean().optional().describe('Says that a page which the new type cannot have ends on the day') }),
    changeStanding,
  ),
  change('gymnasium-titles', 'A state gymnasium from a day', z.object({ from: Day, basis: Word }), grantGymnasiumTitle),
  change('gymnasium-title-endings', 'No state gymnasium from a day', z.object({ from: Day, basis: Word }), withdrawGymnasiumTitle),
  change('accreditations', 'An accreditation page and its term', z.object({ pageNr: Word, from: Day, to: OpenDay }), accreditInstitution),
  change('details', 'Telephone, e-mail, website and the number in the enterprise register; what is absent becomes empty', z.object({ entNr: Word.optional(), ...contacts }), changeDetails),
  change('legal-founders', 'One more founder', z.object({ ...founder, from: Day, reason: Word.optional(), basis: Word }), addLegalFounder),
  change('founders', 'Another actual founder from a day', z.object({ ...founder, from: Day, reason: Word.optional(), basis: Word }), changeFounder),
  change('heads', 'Another head from a day; the one until then leaves', z.object({ personCode: Word, from: Day, basis: Word }), recordHead),
  change('head-endings', 'No head from a day', z.object({ from: Day, basis: Word }), endHead),
  change('addresses', 'Another legal or actual address from a day', z.object({ kind: z.enum(ADDRESS_KINDS), ...place, from: Day }), changeAddress),
  change('delivery-places', 'Add a delivery place', z.object({ programme: z.enum(PROGRAMMES), name: Word.optional(), ...place, from: Day }), addDeliveryPlace),
  change('delivery-place-closings', 'Close a delivery place', z.object({ placeId: Word, from: Day }), closeDeliveryPlace),
  change('closure', 'Close the institution: the first day without it', z.object(closing), closeInstitution),
  change('successions', 'Record that the institution goes on in another', z.object(succession), recordSuccession),
  change(
    'corrections',
    'Put a right entry in the place of a wrong one, which stays as what was believed; `to` absent stays as it was',
    z.looseObject({ history: z.enum(HISTORIES), rowId: Word, from: Day, to: OpenDay }),
    correctEntry,
  ),
  change('withdrawals', 'Take back an entry that never was so', z.object({ history: z.enum(HISTORIES), rowId: Word, why: Word }), withdrawEntry),
  change('founding', 'Correct the number or the founding day; answers the right number', z.object({ number: Word, foundedOn: Day }), correctFounding),
  change('closure/corrections', 'Another day, reason or basis of the closing', z.object(closing), correctClosure),
  change('closure/withdrawals', 'The institution never closed', Why, withdrawClosure),
  change('successions/{successionId}/corrections', 'Another successor, way, day or basis', z.object(succession), correctSuccession, OfSuccession),
  change('successions/{successionId}/withdrawals', 'There was no such succession', Why, withdrawSuccession, OfSuccession),
];
