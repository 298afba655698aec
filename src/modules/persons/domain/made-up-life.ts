import type { IsoDate } from '#kernel/iso-date.js';
import type { Facts, MadeUpPerson, Span } from './made-up-person.js';

/** As the register knew a person before a day: what began later is missing, what ended later is open; null for the unborn. */
export function knownBefore(person: MadeUpPerson, day: IsoDate): MadeUpPerson | null {
  if (person.bornOn >= day) return null;
  return {
    ...person,
    diedOn: person.diedOn !== null && person.diedOn < day ? person.diedOn : null,
    names: begunBefore(person.names, day),
    codes: begunBefore(person.codes, day),
    addresses: begunBefore(person.addresses, day),
    guardians: person.guardians.filter(({ from }) => from < day),
  };
}

const begunBefore = <Row extends Span>(rows: readonly Row[], day: IsoDate): Row[] =>
  rows.filter(({ from }) => from < day).map((row) => (row.to !== null && row.to >= day ? { ...row, to: null } : row));

/** What the register learns about a person from a day on: what begins, and ends of those that it had. */
export interface LaterLife {
  readonly begun: Facts;
  readonly ended: { readonly names: readonly Span[]; readonly codes: readonly Span[]; readonly addresses: readonly Span[] };
}

/** Null where nothing was learnt. */
export function learntSince(person: MadeUpPerson, day: IsoDate): LaterLife | null {
  const since = <Row extends Span>(rows: readonly Row[]) => rows.filter(({ from }) => from >= day);
  const ends = (rows: readonly Span[]) => rows.filter(({ from, to }) => from < day && to !== null && to >= day);
  const { names, codes, addresses, guardians, diedOn } = person;
  const died = diedOn !== null && diedOn >= day;
  const life: LaterLife = {
    begun: { names: since(names), codes: since(codes), addresses: since(addresses), guardians: since(guardians), diedOn: died ? diedOn : null },
    ended: { names: ends(names), codes: ends(codes), addresses: ends(addresses) },
  };
  const isEmpty = !died && [...Object.values(life.begun), ...Object.values(life.ended)].every((rows) => rows === null || rows.length === 0);
  return isEmpty ? null : life;
}
