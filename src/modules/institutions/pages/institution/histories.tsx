import type { ComponentChildren, VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { DataTable } from '#ui/table/data-table.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { Card, CardPlace } from '../../domain/card.js';
import type { Dated } from '../../domain/history.js';
import { correctionHref } from '../correct/entry.js';
import { CorrectLink } from '../correct/frame.js';
import { ADDRESS_KIND_WORDS, PROGRAMME_WORDS, SUCCESSION_WORDS, WORDS } from '../words.js';

export interface HistoryProps {
  readonly view: View;
  readonly card: Card;
  readonly on: IsoDate;
  readonly mayRecord: boolean;
}

export const periodOf = (row: Dated) => ({ from: row.validFrom, to: row.validTo });

interface CorrectableProps {
  readonly view: View;
  readonly regNr: string;
  readonly mayRecord: boolean;
  readonly history: string;
  readonly rowId: string;
  /** What the entry says, for those who only hear the link. */
  readonly about: string;
  readonly children?: ComponentChildren;
}

/** What else an entry says, and the quiet link to its correction for those who may. */
export function Correctable({ view, regNr, mayRecord, history, rowId, about, children }: CorrectableProps): VNode | null {
  if (!children && !mayRecord) return null;
  return (
    <p>
      {children}
      {children && ' '}
      {mayRecord && <CorrectLink view={view} href={correctionHref(regNr, history, rowId)} about={about} />}
    </p>
  );
}

export const Names = ({ view, card, on, mayRecord }: HistoryProps): VNode => (
  <>
    <h2>{view.t(NAMES)}</h2>
    <Timeline
      lang={view.lang}
      on={on}
      entries={card.names.map((row) => ({
        period: periodOf(row),
        title: row.name,
        children: <Correctable view={view} regNr={card.institution.regNr} mayRecord={mayRecord} history="name" rowId={row.id} about={row.name} />,
      }))}
    />
  </>
);

/** What the institution was, from which its kind follows. */
export const Standings = ({ view, card, on, mayRecord }: HistoryProps): VNode => (
  <>
    <h2>{view.t(STANDINGS)}</h2>
    <Timeline
      lang={view.lang}
      on={on}
      entries={card.standings.map((row) => {
        const words = (which: 'type' | 'kind' | 'legalStatus' | 'subordination') => row.words[which][view.lang === 'lv' ? 0 : 1];
        return {
          period: periodOf(row),
          title: words('type'),
          children: (
            <Correctable view={view} regNr={card.institution.regNr} mayRecord={mayRecord} history="standing" rowId={row.id} about={words('type')}>
              {STANDING_PARTS.map(([which, key]) => `${view.t(key)}: ${words(which)}`).join('; ') + (row.basis && `. ${view.t(WORDS.basis)}: ${row.basis}`)}
            </Correctable>
          ),
        };
      })}
    />
  </>
);

const STANDING_PARTS = [
  ['kind', WORDS.kind],
  ['legalStatus', WORDS.legalStatus],
  ['subordination', WORDS.subordination],
] as const;

/** Addresses and delivery places of all times, each as it was called on its own first day. */
export function Places({ view, card, mayRecord }: Omit<HistoryProps, 'on'>): VNode {
  const { t, lang } = view;
  const rows = [
    ...card.addresses.map((place) => ({ place, history: 'address', endable: false, what: t(ADDRESS_KIND_WORDS[place.kind]) })),
    ...card.places.map((place) => ({ place, history: 'delivery_place', endable: place.validTo === null, what: [t(DELIVERY), t(PROGRAMME_WORDS[place.programme]).toLowerCase(), place.name].filter(Boolean).join(': ') })),
  ];
  const { regNr } = card.institution;
  const todo = (row: (typeof rows)[number]) => (
    <>
      <CorrectLink view={view} href={correctionHref(regNr, row.history, row.place.id)} about={`${row.what}: ${row.place.street}`} />
      {row.endable && ' · '}
      {row.endable && <a href={`/institutions/${regNr}/delivery-places/${row.place.id}/end`}>{t(CLOSE)}</a>}
    </>
  );
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
          ...(mayRecord ? [{ key: 'todo', header: TODO, cell: todo }] : []),
        ]}
        rows={rows}
        rowKey={(row) => row.place.id}
      />
    </>
  );
}

/** The address as it was written; in brackets today's municipality where it differs or cannot be told, and the address register's code. */
export function PlaceWords({ view, place }: { view: View; place: CardPlace }): VNode {
  const written = [place.street, place.part, place.unit].filter(Boolean).join(', ');
  const notes = [
    ...(place.unitToday === place.unit ? [] : [place.unitToday === null ? UNDECIDED : fill(TODAY, { name: place.unitToday })]),
    ...(place.addressCode === null ? [] : [fill(CODE, { code: place.addressCode })]),
  ];
  return <>{notes.length === 0 ? written : `${written} (${notes.map(view.t).join('; ')})`}</>;
}

export function Successions({ view, card, mayRecord }: Omit<HistoryProps, 'on'>): VNode | null {
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
            {mayRecord && one.direction === 'to' && ' '}
            {mayRecord && one.direction === 'to' && <CorrectLink view={view} href={`/institutions/${card.institution.regNr}/successions/${one.id}`} about={one.otherName} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const NAMES: Text = { lv: 'Nosaukumi', en: 'Names' };
const STANDINGS: Text = { lv: 'Tips un statuss', en: 'Type and status' };
const TODO: Text = { lv: 'Darbība', en: 'Action' };
const CLOSE: Text = { lv: 'Slēgt', en: 'Close' };
const PLACES: Text = { lv: 'Adreses un īstenošanas vietas', en: 'Addresses and delivery places' };
const DELIVERY: Text = { lv: 'Īstenošanas vieta', en: 'Delivery place' };
const WHAT: Text = { lv: 'Kas', en: 'What' };
const ADDRESS: Text = { lv: 'Adrese', en: 'Address' };
const PERIOD: Text = { lv: 'Periods', en: 'Period' };
const TODAY: Text = { lv: 'tagad {name}', en: 'now {name}' };
const UNDECIDED: Text = { lv: 'tagadējā pašvaldība bez pagasta nav nosakāma', en: 'today’s municipality cannot be told without the parish' };
const CODE: Text = { lv: 'adreses kods {code}', en: 'address code {code}' };
const SUCCESSION: Text = { lv: 'Pēctecība', en: 'Succession' };
