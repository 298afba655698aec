/** Where a role is granted: in the whole country, in a municipality with its institutions, or in one institution. */
export type Place =
  | { readonly kind: 'country' }
  | { readonly kind: 'municipality'; readonly unitId: number }
  | { readonly kind: 'institution'; readonly institutionId: string };

export const PLACE_KINDS = ['country', 'municipality', 'institution'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** The columns of a place in the tables of grants and requests. */
export const columnsOfPlace = (place: Place) => ({
  everywhere: place.kind === 'country',
  unitId: place.kind === 'municipality' ? place.unitId : null,
  institutionId: place.kind === 'institution' ? place.institutionId : null,
});

export function placeOf(row: { readonly unitId: number | null; readonly institutionId: string | null }): Place {
  if (row.unitId !== null) return { kind: 'municipality', unitId: row.unitId };
  return row.institutionId === null ? { kind: 'country' } : { kind: 'institution', institutionId: row.institutionId };
}
