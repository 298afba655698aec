import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { jsonInput } from '#kernel/json-input.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { readAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import { type Listed, listed } from '../domain/masking.js';
import { findPersonsPermission, findProtectedPermission } from '../permissions.js';
import { searchPersons } from '../store/search.js';
import { ACTION_TITLES, TOO_LITTLE_TO_SEARCH } from '../texts.js';
import { CaseReference, checkReason } from './look-input.js';

const PAGE = 25;

const Position = jsonInput(z.tuple([z.string(), z.string(), z.uuid()]));

const FindPersonsInput = z.object({
  code: emptyAsNull(PersonCodeInput),
  family: z.string().trim().max(80).default(''),
  given: z.string().trim().max(80).default(''),
  bornOn: emptyAsNull(IsoDateInput),
  caseReference: CaseReference,
  after: emptyAsNull(Position),
});

/** One page of people within the actor's rights, and where the next begins. */
export interface FoundPersons {
  readonly persons: readonly Listed[];
  readonly next: string | null;
}

export const findPersons = readAction({
  name: 'persons.find-persons',
  title: ACTION_TITLES.findPersons,
  permission: findPersonsPermission,
  input: FindPersonsInput,
  reasonNeeded: true,
  async run({ tx, actor, scope, today, reason }, search): Promise<FoundPersons> {
    checkReason(actor, reason);
    if (!search.code && !search.bornOn && search.family.length < 2) throw invalid('family', TOO_LITTLE_TO_SEARCH);
    const rights = { scope, protectedScope: scopeOf(actor, findProtectedPermission), today };
    const found = await searchPersons(tx, search, rights, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return { persons: shown.map(listed), next: last ? JSON.stringify([last.familyKey, last.givenKey, last.id]) : null };
  },
  audit: ({ input, output }) => ({ subjects: output.persons.map((person) => person.id), facts: { case: input.caseReference, found: output.persons.length } }),
});
