import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { manageUsers, seeRights } from '../permissions.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { listOrder } from '#kernel/list-order.js';
import { type GrantRow, streamGrantsHere } from '../store/grant-lists.js';
import { streamUsers, type UserRow } from '../store/users.js';
import { filterOf, HereInput } from './here.js';
import { type TwoMaps, twoMaps } from './on-map.js';
import { dayOf, UsersInput } from './users.js';
import { reachOn, widenScope } from './widen-scope.js';

/** A list as of a day, with municipalities on a map where one was asked for. */
interface ExportedList<Row> extends ExportedRows<Row> {
  readonly day: IsoDate;
  readonly maps: TwoMaps | null;
}

const format = z.enum(['xlsx', 'csv']);

export const exportUsers = readAction({
  name: 'access.export-users',
  title: { lv: 'Izgūts lietotāju saraksts', en: 'List of users exported' },
  permission: manageUsers,
  input: UsersInput.extend({ format }),
  async run({ tx, scope, today }, { format: wanted, words, state, on, edition, ...sorted }): Promise<ExportedList<UserRow>> {
    const day = dayOf(on, today);
    const maps = edition && (await twoMaps(tx, day, edition));
    return { format: wanted, day, maps, rows: streamUsers(tx, { words, state, day, today, order: listOrder(sorted) }, await widenScope(tx, scope, today)) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});

export const exportRightsHere = readAction({
  name: 'access.export-rights-here',
  title: { lv: 'Izgūts tiesību saraksts', en: 'List of rights exported' },
  permission: seeRights,
  input: HereInput.extend({ format }),
  async run({ tx, scope, today }, { format: wanted, edition, ...input }): Promise<ExportedList<GrantRow>> {
    const filter = filterOf(input, today);
    const maps = edition && (await twoMaps(tx, filter.day, edition));
    return { format: wanted, day: filter.day, maps, rows: streamGrantsHere(tx, filter, await reachOn(tx, scope, filter.day, today)) };
  },
  audit: ({ input }) => ({ facts: { format: input.format } }),
});
