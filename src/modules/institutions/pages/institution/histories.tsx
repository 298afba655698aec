import type { VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { DataTable } from '#ui/table/data-table.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { Card, CardPlace } from '../../domain/card.js';
import { ADDRESS_KIND_WORDS, PROGRAMME_WORDS, SUCCESSION_WORDS } from '../words.js';

interface Props {
  readonly view: View;
  readonly card: Card;
  readonly on: IsoDate;
}

export const Names = ({ view, card, on }: Props): VNode => (
  <>
    <h2>{view.t(NAMES)}</h2>
    <Timeline lang={view.lang} on={on} entries={card.names.map((row) => ({ period: { from: row.validFrom, to: row.validTo }, title: row.name }))} />
  </>
);

/** Addresses and delivery places of all times, each as it was called on its own first day. */
export function Places({ view, card }: Omit<Props, 'on'>): VNode {
  const { t, lang } = view;
  const rows = [
    ...card.addresses.map((place) => ({ place, what: t(ADDRESS_KIND_WORDS[place.kind]) })),
    ...card.places.map((place) => ({ place, what: [t(DELIVERY), t(PROGRAMME_WORDS[place.programme]).toLowerCase(), place.name].filter(Boolean).join(': ') })),
  ];
  return (
    <>
      <h2>{t(PLACES)}</h2>
      <DataTable
        lang={lang}
        caption={PLACES}
        captionHidden
        columns={[
          { key: 'what', header: WHAT, rowHeader: true, cell: (row) => row.what },
          { key: 'place', header: ADDRESS, cell: (row) => <PlaceWords view={view} place={row.place} /> },
          { key: 'period', header: PERIOD, cell: (row) => readablePeriod({ from: row.place.validFrom, to: row.place.validTo }, lang) },
        ]}
        rows={rows}
        rowKey={(row) => row.place.id}
      />
    </>
  );
}

/** The address as it was written, with today's municipality in brackets where it differs or cannot be told. */
export function PlaceWords({ view, place }: { view: View; place: CardPlace }): VNode {
  const written = [place.street, place.part, place.unit].filter(Boolean).join(', ');
  if (place.unitToday === place.unit) return <>{written}</>;
  const today = place.unitToday === null ? UNDECIDED : fill(TODAY, { name: place.unitToday });
  return <>{`${written} (${view.t(today)})`}</>;
}

export function Successions({ view, card }: Omit<Props, 'on'>): VNode | null {
  if (card.successions.length === 0) return null;
  return (
    <>
      <h2>{view.t(SUCCESSION)}</h2>
      <ul>
        {card.successions.map((one) => (
          <li key={one.id}>
            {`${readableDay(one.effective)} ${view.t(SUCCESSION_WORDS[one.kind][one.direction])}: `}
            <a href={`/institutions/${one.otherRegNr}`}>{one.otherName}</a>
            {` (${one.basis})`}
          </li>
        ))}
      </ul>
    </>
  );
}

const NAMES: Text = { lv: 'Nosaukumi', en: 'Names' };
const PLACES: Text = { lv: 'Adreses un īstenošanas vietas', en: 'Addresses and delivery places' };
const DELIVERY: Text = { lv: 'Īstenošanas vieta', en: 'Delivery place' };
const WHAT: Text = { lv: 'Kas', en: 'What' };
const ADDRESS: Text = { lv: 'Adrese', en: 'Address' };
const PERIOD: Text = { lv: 'Periods', en: 'Period' };
const TODAY: Text = { lv: 'tagad {name}', en: 'now {name}' };
const UNDECIDED: Text = { lv: 'tagadējā pašvaldība bez pagasta nav nosakāma', en: 'today’s municipality cannot be told without the parish' };
const SUCCESSION: Text = { lv: 'Pēctecība', en: 'Succession' };
