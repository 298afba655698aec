import type { Card } from './card.js';

/** An entry of any history of the card, told apart by `history` as corrections name it. */
export function findOnCard(card: Card, history: string, rowId: string) {
  const asEntry = <Name extends string, Row extends { readonly id: string }>(name: Name, rows: readonly Row[]) => {
    const row = rows.find(({ id }) => id === rowId);
    return row && { history: name, row };
  };
  switch (history) {
    case 'name':
      return asEntry('name', card.names);
    case 'standing':
      return asEntry('standing', card.standings);
    case 'founder':
      return asEntry('founder', card.founders);
    case 'address':
      return asEntry('address', card.addresses);
    case 'delivery_place':
      return asEntry('delivery_place', card.places);
    case 'gymnasium_title':
      return asEntry('gymnasium_title', card.gymnasium);
    case 'accreditation':
      return asEntry('accreditation', card.accreditations);
    case 'head':
      return asEntry('head', card.heads);
    default:
      return undefined;
  }
}

export type CardEntry = NonNullable<ReturnType<typeof findOnCard>>;
