import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { manageUsers, seeRights } from '../permissions.js';
import { type GrantRow, streamGrantsHere } from '../store/grant-lists.js';
import { streamUsers, type UserRow } from '../store/users.js';
import { filterOf, HereInput } from './here.js';
import { UsersInput } from './users.js';
import { reachOn, widenScope } from './widen-scope.js';

const format = z.enum(['xlsx', 'csv']);

export const exportUsers = readAction({
  name: 'access.export-users',
  title: { lv: 'Izgūts lietotāju saraksts', en: 'List of users exported' },
  permission: manageUsers,
  input: UsersInput.extend({ format }),
  async run({ tx, scope, today }, { format: wanted, words, state }): Promise<ExportedRows<UserRow>> {
    return { format: wanted, rows: streamUsers(tx, { words, state }, await widenScope(tx, scope, today)) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});

export const exportRightsHere = readAction({
  name: 'access.export-rights-here',
  title: { lv: 'Izgūts tiesību saraksts', en: 'List of rights exported' },
  permission: seeRights,
  input: HereInput.extend({ format }),
  async run({ tx, scope, today }, { format: wanted, ...input }): Promise<ExportedRows<GrantRow>> {
    const filter = filterOf(input, today);
    return { format: wanted, rows: streamGrantsHere(tx, filter, await reachOn(tx, scope, filter.day, today)) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});
