import type { ComponentChildren, VNode } from 'preact';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { readablePersonCode } from '#kernel/person-code.js';
import type { Text } from '#kernel/text.js';
import { SummaryList } from '#ui/summary-list.js';
import { Timeline } from '#ui/timeline.js';
import type { View } from '#web/view.js';
import type { AddressRow, Believed, GuardianshipRow, PersonCard, ProtectionRow } from '../actions/person-card.js';
import type { OfficialCard } from '../actions/view-card.js';
import { BelievedRows } from './believed.js';
import { GUARDIANSHIP_WORDS, PROTECTION_WORDS, SEX_WORDS, WORDS } from './words.js';

export const wholeName = ({ given, family }: { given: string; family: string }): string => `${given} ${family}`;
export const nameOf = (card: PersonCard): string => (card.names[0] ? wholeName(card.names[0]) : '');

/** The histories of a person's card, with what holds on a day (today when not said) standing out: one's own, or the official's with what was believed before and the links of who may correct. */
export function Histories({ view, card, official, on = view.today }: { view: View; card: PersonCard; official?: Pick<OfficialCard, 'may' | 'before'>; on?: IsoDate }): VNode {
  const { id } = card.person;
  const { record = false, protect = false } = official?.may ?? {};
  const before = official?.before;
  const correct = (segment: string, may: boolean) => (row: Kept) => (may ? [{ href: `/persons/${id}/${segment}/${row.id}`, text: WORDS.correct }] : []);
  const guardianshipLinks = (row: GuardianshipRow) => (row.childId === id ? [...correct('guardianships', record)(row), ...ending(row)] : []);
  const ending = ({ id: rowId, validTo }: GuardianshipRow) =>
    record && (validTo === null || validTo > view.today) ? [{ href: `/persons/${id}/guardianships/${rowId}/end`, text: WORDS.end }] : [];
  const guardianship = (row: GuardianshipRow) => <Guardianship view={view} row={row} personId={id} />;
  return (
    <>
      <Death view={view} card={card} {...(official && { official })} />
      <History view={view} on={on} title={WORDS.home} rows={card.addresses} before={before?.addresses} links={correct('addresses', record)}>{(row) => <Address row={row} />}</History>
      <History view={view} on={on} title={WORDS.name} rows={card.names} before={before?.names} links={correct('names', record)}>{wholeName}</History>
      <History view={view} on={on} title={WORDS.code} rows={card.codes} before={before?.codes} links={correct('codes', record)}>{(row) => readablePersonCode(row.code)}</History>
      <History view={view} on={on} title={WORDS.guardianship} rows={card.guardianships} before={before?.guardianships} links={guardianshipLinks} dated={datedFor(id)}>{guardianship}</History>
      <History view={view} on={on} title={WORDS.protection} rows={card.protections} before={before?.protections} links={correct('protections', protect)}>{protectionWords(view)}</History>
    </>
  );
}

/** What a person is recognised by; who may record corrects the birth from there. */
export function Summary({ view: { lang, t }, card: { person, codes }, mayRecord = false }: { view: View; card: PersonCard; mayRecord?: boolean }): VNode {
  const correct = (about: Text) => mayRecord && { action: { href: `/persons/${person.id}/birth/correct`, text: WORDS.correct, about } };
  const items = [
    { key: WORDS.code, value: codes[0] ? readablePersonCode(codes[0].code) : t(WORDS.unknown) },
    { key: WORDS.bornOn, value: readableDay(person.bornOn), ...correct(WORDS.bornOn) },
    { key: WORDS.sex, value: t(SEX_WORDS[person.sex]), ...correct(WORDS.sex) },
    ...(person.diedOn ? [{ key: WORDS.diedOn, value: readableDay(person.diedOn) }] : []),
  ];
  return <SummaryList lang={lang} items={items} />;
}

function Death({ view, card: { person, death }, official }: { view: View; card: PersonCard; official?: Pick<OfficialCard, 'may' | 'before'> }): VNode | null {
  const before = official?.before.deaths ?? [];
  if (!death && before.length === 0) return null;
  const links = official?.may.record ? [{ href: `/persons/${person.id}/death/correct`, text: WORDS.correct }] : [];
  return (
    <section>
      <h2>{view.t(WORDS.death)}</h2>
      {death && <Timeline lang={view.lang} on={view.today} entries={[{ day: death.diedOn, title: death.basis, children: <Links view={view} links={links} about={view.t(WORDS.death)} /> }]} />}
      <BelievedRows view={view} rows={before} when={(row) => readableDay(row.diedOn)}>{(row) => row.basis}</BelievedRows>
    </section>
  );
}

interface Kept {
  readonly id: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

const periodOf = ({ validFrom, validTo }: Kept) => ({ from: validFrom, to: validTo });

interface Link {
  readonly href: string;
  readonly text: Text;
}

interface HistoryProps<Row> {
  readonly view: View;
  readonly title: Text;
  /** The day whose row stands out; today when not said. */
  readonly on?: IsoDate;
  readonly rows: readonly Row[];
  readonly before?: readonly Believed<Row>[] | undefined;
  readonly links?: (row: Row) => readonly Link[];
  /** Whether the days of a row may be shown; all when not said. */
  readonly dated?: (row: Row) => boolean;
  readonly children: (row: Row) => ComponentChildren;
}

/** One history, newest first, and what it said before; nothing where there is none. */
export function History<Row extends Kept>({ view, title, on = view.today, rows, before = [], links = () => [], dated = () => true, children }: HistoryProps<Row>): VNode | null {
  if (rows.length === 0 && before.length === 0) return null;
  const about = view.t(title);
  const entries = rows.map((row) => ({
    ...(dated(row) && { period: periodOf(row) }),
    title: children(row),
    children: <Links view={view} links={links(row)} about={`${about} ${readableDay(row.validFrom)}`} />,
  }));
  return (
    <section>
      <h2>{about}</h2>
      {rows.length > 0 && <Timeline lang={view.lang} on={on} entries={entries} />}
      <BelievedRows view={view} rows={before} when={(row) => readablePeriod(periodOf(row), view.lang)}>{children}</BelievedRows>
    </section>
  );
}

/** Quiet links of an entry, with words for those who only hear them. */
const Links = ({ view, links, about }: { view: View; links: readonly Link[]; about: string }): VNode | null =>
  links.length === 0 ? null : (
    <p>
      {links.map(({ href, text }, at) => (
        <>
          {at > 0 && ' · '}
          <a href={href}>
            {view.t(text)}
            <span class="visually-hidden">{` ${about}`}</span>
          </a>
        </>
      ))}
    </p>
  );

export const Address = ({ row }: { row: AddressRow }): VNode => <>{[row.street, row.part, row.unit].filter(Boolean).join(', ')}</>;

export const protectionWords = (view: View) => (row: ProtectionRow): string => `${view.t(PROTECTION_WORDS[row.kind])}. ${row.basis}`;

export function Guardianship({ view, row, personId }: { view: View; row: GuardianshipRow; personId: string }): VNode {
  const other = row.kind === 'care' ? row.place : row.otherFamily ? `${row.otherGiven} ${row.otherFamily}` : view.t(WORDS.hidden);
  const forWhom = row.childId === personId ? view.t(GUARDIANSHIP_WORDS[row.kind]) : view.t(ACTS_FOR);
  return <>{datedFor(personId)(row) ? `${forWhom}: ${other} (${row.basis})` : `${forWhom}: ${other}`}</>;
}

/** A parent’s span runs from the child’s birth to its majority: of a protected child neither days nor basis are shown. */
export const datedFor = (personId: string) => (row: GuardianshipRow): boolean => row.childId === personId || row.otherFamily !== null;

const ACTS_FOR: Text = { lv: 'Pārstāv bērnu', en: 'Acts for the child' };
