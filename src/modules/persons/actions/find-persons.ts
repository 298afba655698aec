import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { type ListOrder, listOrder, orderFields } from '#kernel/list-order.js';
import { PersonCodeInput } from '#kernel/person-code.js';
import { findUnitMeant } from '#modules/territories/public.js';
import { readAction } from '#platform/actions/action.js';
import { scopeOf } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { type Listed, listed } from '../domain/masking.js';
import { findPersonsPermission, findProtectedPermission } from '../permissions.js';
import { findPosition, searchPersons, SORTED_BY } from '../store/search.js';
import { ACTION_TITLES, NOT_ON_THE_MAP, TOO_LITTLE_TO_SEARCH } from '../texts.js';
import { dayFields, dayOf } from './day-seen.js';
import { CaseReference, checkReason } from './look-input.js';

const PAGE = 25;

const FindPersonsInput = z.object({
  code: emptyAsNull(PersonCodeInput),
  family: z.string().trim().max(80).default(''),
  given: z.string().trim().max(80).default(''),
  bornOn: emptyAsNull(IsoDateInput),
  ...dayFields,
  /** A municipality by a code of any of its versions; on the map asked for its own version is meant. */
  atvk: emptyAsNull(z.string().trim().regex(/^\d{7}$/)),
  caseReference: CaseReference,
  ...orderFields(SORTED_BY),
  /** The last one shown on the page before. */
  after: emptyAsNull(z.uuid()),
});

/** One page of people within the actor's rights, as they were on a day, and where the next begins. */
export interface FoundPersons {
  readonly on: IsoDate;
  readonly edition: IsoDate;
  readonly order: ListOrder;
  readonly persons: readonly Listed[];
  readonly next: string | null;
}

export const findPersons = readAction({
  name: 'persons.find-persons',
  title: ACTION_TITLES.findPersons,
  permission: findPersonsPermission,
  input: FindPersonsInput,
  reasonNeeded: true,
  async run({ tx, actor, scope, today, reason }, asked): Promise<FoundPersons> {
    checkReason(actor, reason);
    if (!asked.code && !asked.bornOn && asked.family.length < 2) throw invalid('family', TOO_LITTLE_TO_SEARCH);
    const rights = { scope, protectedScope: scopeOf(actor, findProtectedPermission), today };
    const seen = await dayOf(tx, asked, today);
    const atvk = asked.atvk && (await unitOnMap(tx, asked.atvk, seen.edition));
    const order = listOrder(asked);
    const found = await searchPersons(tx, { ...asked, ...seen, atvk, order, after: asked.after ? await findPosition(tx, asked.after, seen.on, rights) : null }, rights, PAGE + 1);
    const shown = found.slice(0, PAGE);
    const last = found.length > PAGE ? shown.at(-1) : undefined;
    return { ...seen, order, persons: shown.map(listed), next: last?.id ?? null };
  },
  audit: ({ input, output }) => ({ subjects: output.persons.map((person) => person.id), facts: { case: input.caseReference, found: output.persons.length, ...(input.on && { on: input.on }) } }),
});

/** The code of a municipality on a map. @throws InvalidInput where it is not there */
async function unitOnMap(tx: Read, atvk: string, edition: IsoDate): Promise<string> {
  const unit = await findUnitMeant(tx, atvk, edition);
  if (!unit) throw invalid('atvk', NOT_ON_THE_MAP);
  return unit.atvk;
}
