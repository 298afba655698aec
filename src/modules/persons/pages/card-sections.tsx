import type { ComponentChildren, VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePersonCode } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import { SummaryList } from '#ui/summary-list.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { AddressRow, GuardianshipRow, PersonCard } from '../actions/person-card.js';

import { GUARDIANSHIP_WORDS, PROTECTION_WORDS, SEX_WORDS, WORDS } from './words.js';

export const nameOf = (card: PersonCard): string => (card.names[0] ? `${card.names[0].given} ${card.names[0].family}` : '');

/** A person's card as sections, shared by the official's page and one's own. */
export const CardSections = ({ view, card }: { view: View; card: PersonCard }): VNode => (
  <>
    <Summary view={view} card={card} />
    <History view={view} title={WORDS.home} rows={card.addresses}>{(row) => <Address row={row} />}</History>
    <History view={view} title={WORDS.name} rows={card.names}>{(row) => `${row.given} ${row.family}`}</History>
    <History view={view} title={WORDS.code} rows={card.codes}>{(row) => readablePersonCode(row.code)}</History>
    <History view={view} title={GUARDIANSHIPS} rows={card.guardianships}>{(row) => <Guardianship view={view} row={row} personId={card.person.id} />}</History>
    <History view={view} title={PROTECTION} rows={card.protections}>{(row) => `${view.t(PROTECTION_WORDS[row.kind])}. ${row.basis}`}</History>
  </>
);

function Summary({ view: { lang, t }, card: { person, codes } }: { view: View; card: PersonCard }): VNode {
  const items = [
    { key: WORDS.code, value: codes[0] ? readablePersonCode(codes[0].code) : t(WORDS.unknown) },
    { key: WORDS.bornOn, value: readableDay(person.bornOn) },
    { key: WORDS.sex, value: t(SEX_WORDS[person.sex]) },
    ...(person.diedOn ? [{ key: WORDS.diedOn, value: readableDay(person.diedOn) }] : []),
  ];
  return <SummaryList lang={lang} items={items} />;
}

interface Kept {
  readonly id: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** One history, newest first; nothing where there is none. */
export function History<Row extends Kept>({ view, title, rows, children }: { view: View; title: Text; rows: readonly Row[]; children: (row: Row) => ComponentChildren }): VNode | null {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{view.t(title)}</h2>
      <Timeline lang={view.lang} on={view.today} entries={rows.map((row) => ({ period: { from: row.validFrom, to: row.validTo }, title: children(row) }))} />
    </section>
  );
}

export const Address = ({ row }: { row: AddressRow }): VNode => <>{[row.street, row.part, row.unit].filter(Boolean).join(', ')}</>;

function Guardianship({ view, row, personId }: { view: View; row: GuardianshipRow; personId: string }): VNode {
  const other = row.kind === 'care' ? row.place : row.otherFamily ? `${row.otherGiven} ${row.otherFamily}` : view.t(WORDS.hidden);
  const forWhom = row.childId === personId ? view.t(GUARDIANSHIP_WORDS[row.kind]) : view.t(ACTS_FOR);
  return <>{`${forWhom}: ${other} (${row.basis})`}</>;
}

const GUARDIANSHIPS: Text = { lv: 'Aizgādība un aizbildnība', en: 'Guardianship' };
const PROTECTION: Text = { lv: 'Datu aizsardzība', en: 'Protection of data' };
const ACTS_FOR: Text = { lv: 'Pārstāv bērnu', en: 'Acts for the child' };
