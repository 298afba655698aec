import { z } from 'zod';
import { listNamesOn } from '#modules/institutions/public.js';
import { listEditionChoices, listUnitsOn } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { IsoDateInput, type IsoDate } from '#kernel/iso-date.js';
import { type ListOrder, listOrder, orderFields } from '#kernel/list-order.js';
import { readAction } from '#platform/actions/action.js';
import type { Scope } from '#platform/actions/actor.js';
import type { Read } from '#platform/db/transaction.js';
import { seeRights } from '../permissions.js';
import type { Place } from '../domain/place.js';
import { GRANTS_SORTED_BY, type GrantRow, type HereFilter, listGrantsHere } from '../store/grant-lists.js';
import { listRoles, type RoleRow } from '../store/roles.js';
import { type TwoMaps, twoMaps } from './on-map.js';
import { PlaceInput } from './place-input.js';
import { reachOn } from './widen-scope.js';

export type { GrantRow };

const PAGE = 50;

export const HereInput = z.object({
  on: emptyAsNull(IsoDateInput),
  edition: emptyAsNull(IsoDateInput),
  words: z.string().trim().max(100).default(''),
  role: z.string().default(''),
  place: emptyAsNull(PlaceInput),
  ...orderFields(GRANTS_SORTED_BY),
  after: emptyAsNull(z.uuid()),
});
type Here = z.infer<typeof HereInput>;

/** A place to choose from. */
export interface PlaceChoice {
  readonly place: Place;
  readonly name: string;
}

export interface RightsHere {
  readonly day: IsoDate;
  readonly order: ListOrder;
  readonly grants: readonly GrantRow[];
  /** In which municipalities they are, where an edition of the map is asked for. */
  readonly maps: TwoMaps | null;
  readonly editions: Awaited<ReturnType<typeof listEditionChoices>>;
  readonly total: number;
  readonly next: string | null;
  readonly places: readonly PlaceChoice[];
  readonly roles: readonly RoleRow[];
}

export const filterOf = (input: Omit<Here, 'after' | 'edition'>, today: IsoDate): HereFilter => ({
  today,
  day: input.on ?? today,
  words: input.words,
  roleCode: input.role || null,
  unitId: input.place?.kind === 'municipality' ? input.place.unitId : null,
  institutionId: input.place?.kind === 'institution' ? input.place.institutionId : null,
  order: listOrder(input),
});

/** Who holds which rights on a day where the actor is responsible. */
export const listRightsHere = readAction({
  name: 'access.list-rights-here',
  title: { lv: 'Apskatīts, kam te ir tiesības', en: 'Looked up who has rights here' },
  permission: seeRights,
  input: HereInput,
  async run({ tx, scope, today }, { after, edition, ...input }): Promise<RightsHere> {
    const filter = filterOf(input, today);
    const wide = await reachOn(tx, scope, filter.day, today);
    const { rows, total } = await listGrantsHere(tx, filter, wide, after, PAGE + 1);
    const grants = rows.slice(0, PAGE);
    return {
      day: filter.day,
      order: filter.order,
      grants,
      maps: edition && (await twoMaps(tx, filter.day, edition)),
      editions: await listEditionChoices(tx),
      total,
      next: rows.length > PAGE ? grants.at(-1)!.id : null,
      places: await placesOf(tx, wide, filter.day),
      roles: await listRoles(tx),
    };
  },
  audit: ({ output }) => ({ facts: { found: output.total } }),
});

/** The places of a day within a (widened) scope, by name; with rights everywhere an institution is given by its number instead. */
export async function placesOf(tx: Read, scope: Scope, day: IsoDate): Promise<PlaceChoice[]> {
  const units = (await listUnitsOn(tx, day)).filter((unit) => scope.everywhere || scope.unitIds.includes(unit.unitId));
  const institutions = await listNamesOn(tx, scope.institutionIds, day);
  return [
    ...units.map(({ unitId, name }): PlaceChoice => ({ place: { kind: 'municipality', unitId }, name })),
    ...[...institutions].map(([institutionId, name]): PlaceChoice => ({ place: { kind: 'institution', institutionId }, name })),
  ];
}
