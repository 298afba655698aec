import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { madeUpPersonCode } from '#kernel/person-code.js';
import { isMinorOn, majorityOf, mayBecome } from './guardianship-rules.js';
import { lookOf, whoIn } from './look.js';
import { LOOK_REASONS, type LookReason } from './look-reasons.js';
import { feminineOf } from './made-up-names.js';
import { initials, listed, maskedCode } from './masking.js';

describe('majority', () => {
  it.each([['2008-05-01', '2026-05-01'], ['2008-02-29', '2026-03-01']])('of someone born on %s begins on %s', (born, day) => {
    expect(majorityOf(isoDate(born))).toBe(day);
    expect(isMinorOn(isoDate(born), isoDate(day))).toBe(false);
    expect(isMinorOn(isoDate(born), isoDate('2026-02-28'))).toBe(true);
  });

  it('is needed of guardians, not of parents', () => {
    const [born, child, day] = [isoDate('2010-01-01'), isoDate('2025-06-01'), isoDate('2026-01-01')];
    expect([mayBecome('parent', born, child, day), mayBecome('guardian', born, child, day), mayBecome('foster', born, child, day)]).toEqual([true, false, false]);
    expect([mayBecome('parent', isoDate('2016-12-31'), child, day), mayBecome('parent', isoDate('2026-01-01'), child, day), mayBecome('parent', isoDate('2015-01-01'), child, day)]).toEqual([false, false, true]);
  });
});

describe('masking', () => {
  const code = madeUpPersonCode(7, isoDate('1990-05-21'));
  const person = { id: 'x', given: 'Anna Marija', family: 'Ģērmane', code, bornOn: isoDate('1990-05-21'), diedOn: null, homeUnit: 'Rīga', homePart: '', onMap: null, isProtected: false };

  it('leaves the first half of a code', () => expect(maskedCode(code)).toBe('610500-*****'.replace('610500', code.slice(0, 6))));
  it('leaves initials of a protected person and nothing else', () => {
    expect(initials('Ģirts Ēriks')).toBe('Ģ. Ē.');
    expect(listed({ ...person, isProtected: true })).toEqual({ id: 'x', name: 'A. M. Ģ.', code: null, bornOn: null, diedOn: null, home: null, isProtected: true });
  });
});

describe('a look in words', () => {
  const entry = { id: '1', at: new Date(0), actorKind: 'user', actorId: 'me', actingRole: null, actingOrganisation: null, action: 'a.b', reason: null, facts: {} };

  it('says “you” of one’s own, and only where no institution stands behind it', () => {
    expect(lookOf(entry, 'me').own).toBe(true);
    expect(lookOf({ ...entry, actingOrganisation: 'Skola' }, 'me')).toMatchObject({ own: false, organisation: { lv: 'Skola' } });
  });
  it('names a role that holds everywhere by itself, and any other with its institution', () => {
    const english = () => ({ lv: 'Lietvede', en: 'Clerk' });
    expect(whoIn(lookOf({ ...entry, actingRole: 'Lietvede', actingOrganisation: 'Latvija' }, null, english))).toEqual({ lv: 'Lietvede (visa valsts)', en: 'Clerk (whole country)' });
    expect(whoIn(lookOf({ ...entry, actingRole: 'Lietvede', actingOrganisation: 'Ogres novads' }, null))).toEqual({ lv: 'Ogres novads, Lietvede', en: 'Ogres novads, Lietvede' });
    expect(whoIn(lookOf(entry, 'me'))).toEqual({ lv: 'Jūs', en: 'You' });
  });
  it('keeps a reason that is not in the list as it was written', () => {
    expect(lookOf({ ...entry, reason: 'Cits' }, null).reason).toEqual({ lv: 'Cits', en: 'Cits' });
    expect(lookOf({ ...entry, reason: 'education' }, null, undefined, (code) => LOOK_REASONS[code as LookReason]).reason?.lv).toBe('Izglītības nodrošināšana');
  });
});

it.each([
  ['Bērziņš', 'Bērziņa'], ['Ozols', 'Ozola'], ['Lācis', 'Lāce'], ['Pētersons', 'Pētersone'], ['Kovaļevskis', 'Kovaļevska'], ['Savickis', 'Savicka'],
  ['Jaunais', 'Jaunā'], ['Liepa', 'Liepa'], ['Kravčenko', 'Kravčenko'], ['Stankevičs', 'Stankeviča'], ['Eglītis', 'Eglīte'],
])('%s is %s for a woman', (male, female) => expect(feminineOf(male)).toBe(female));
