import { z } from 'zod';
import { type ApiRoute, apiRoute } from '#platform/http/api-route.js';
import { checkFounders } from '../actions/check-founders.js';
import { findInstitutions } from '../actions/find-institutions.js';
import { listClassifiers } from '../actions/list-classifiers.js';
import { showInstitution } from '../actions/show-institution.js';
import { changingRoutes } from './changing-routes.js';
import { Card, Classifiers, FounderProblem, Listed, presentCard, presentClassifiers, presentListed, RegNr } from './contract.js';

const tag = 'institutions';
const Word = z.string().optional();

export const institutionsApi: readonly ApiRoute[] = [
  apiRoute({
    method: 'GET',
    path: '/api/institutions',
    summary: 'Institutions as of a day, in Latvian order of names, or of what `sort` names (`order`: `asc` or `desc`); `after` is the registration number of the last one seen',
    tag,
    query: z.object({ q: Word, on: Word, atvk: Word, kind: Word, founder: Word, state: Word, sort: Word, order: Word, after: Word }),
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
  apiRoute({
    method: 'GET',
    path: '/api/institution-classifiers',
    summary: 'Kinds, types, legal statuses and subordinations with the codes by which entries name them',
    tag,
    answer: Classifiers,
    action: listClassifiers,
    present: presentClassifiers,
  }),
  ...changingRoutes,
];
