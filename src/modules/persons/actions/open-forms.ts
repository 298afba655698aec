import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { type Entry } from '#kernel/correction.js';
import { listAllUnits, type UnitVersion } from '#modules/territories/public.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { Permission } from '#platform/actions/permission.js';
import { protectPersonsPermission, recordPersonsPermission } from '../permissions.js';
import { ACTION_TITLES, NOT_DEAD } from '../texts.js';
import { cardOf, type DeathRow, type PersonCard } from './person-card.js';
import { pick } from './replace-entry.js';
import { getPersonWithin, type May, mayDoWith } from './rights.js';

/** What a form for recording shows: the person, what is recorded now, and municipalities of all times to choose from. */
export interface RecordForm {
  readonly card: PersonCard;
  readonly may: May;
  readonly units: readonly UnitVersion[];
}

/** A form about one row of a history. */
export type EntryForm<Row> = RecordForm & { readonly row: Row };

async function load(context: ActionContext, id: string): Promise<RecordForm> {
  const { tx, today } = context;
  const person = await getPersonWithin(context, id);
  return { card: await cardOf(tx, person, today), may: await mayDoWith(context, id), units: await listAllUnits(tx) };
}

/** The right to record is the reason to look. */
const recordForm = (name: string, permission: Permission) =>
  readAction({
    name,
    title: ACTION_TITLES.openRecordForm,
    permission,
    input: z.object({ id: z.uuid() }),
    run: (context, { id }) => load(context, id),
    audit: ({ input }) => ({ subjects: [input.id] }),
  });

const entryForm = <Row extends Entry>(name: string, permission: Permission, rowsOf: (card: PersonCard) => readonly Row[]) =>
  readAction({
    name,
    title: ACTION_TITLES.openRecordForm,
    permission,
    input: z.object({ id: z.uuid(), rowId: z.uuid() }),
    async run(context, { id, rowId }): Promise<EntryForm<Row>> {
      const form = await load(context, id);
      return { ...form, row: pick(rowsOf(form.card), rowId).wrong };
    },
    audit: ({ input }) => ({ subjects: [input.id], facts: { row: input.rowId } }),
  });

export const openRecordForm = recordForm('persons.open-record-form', recordPersonsPermission);
export const openProtectionForm = recordForm('persons.open-protection-form', protectPersonsPermission);

export const openNameEntry = entryForm('persons.open-name-entry', recordPersonsPermission, (card) => card.names);
export const openCodeEntry = entryForm('persons.open-code-entry', recordPersonsPermission, (card) => card.codes);
export const openAddressEntry = entryForm('persons.open-address-entry', recordPersonsPermission, (card) => card.addresses);
export const openProtectionEntry = entryForm('persons.open-protection-entry', protectPersonsPermission, (card) => card.protections);
/** A row is reached through its child alone. */
export const openGuardianshipEntry = entryForm('persons.open-guardianship-entry', recordPersonsPermission, ({ person, guardianships }) =>
  guardianships.filter((row) => row.childId === person.id),
);

/** About the recorded death, where there is one. */
export const openDeathEntry = readAction({
  name: 'persons.open-death-entry',
  title: ACTION_TITLES.openRecordForm,
  permission: recordPersonsPermission,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<RecordForm & { readonly death: DeathRow }> {
    const form = await load(context, id);
    const { death } = form.card;
    if (!death) throw new NotFound('not-dead', NOT_DEAD);
    return { ...form, death };
  },
  audit: ({ input }) => ({ subjects: [input.id] }),
});

/** The empty form for a person whom the register does not know yet. */
export const openRegisterForm = readAction({
  name: 'persons.open-register-form',
  title: ACTION_TITLES.openRecordForm,
  permission: recordPersonsPermission,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<{ units: readonly UnitVersion[] }> => ({ units: await listAllUnits(tx) }),
});
