import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { HISTORY } from '../tests/real-data.js';
import { checkReform } from './reform-check.js';
import { type ReformDefinition, type Succession, type UnitVersion } from './unit.js';

const effective = isoDate('2027-07-01');
const [LIVANI, PREILI, SALDUS, KULDIGA] = ['0036000', '0042000', '0046000', '0033000'] as const;

const whole = (from: string, to: string): Succession => ({ effective, from, to, extent: 'whole', parts: [] });
const part = (from: string, to: string, ...parts: string[]): Succession => ({ effective, from, to, extent: 'part', parts });
const begun = (atvk: string, name: string, iso: string): UnitVersion => ({ atvk, unitId: 0, name, kind: 'municipality', iso, validFrom: effective, validTo: null });

const NEW_PREILI = begun('0042001', 'Preiļu novads', 'LV-073');
const NEW_LIVANI = begun('0036001', 'Līvānu novads', 'LV-056');
const JOINED: ReformDefinition = { effective, legalBasis: 'izdomāts likums', newVersions: [NEW_PREILI], successions: [whole(PREILI, '0042001'), whole(LIVANI, '0042001')] };

const check = (change: Partial<ReformDefinition>) => checkReform({ ...JOINED, ...change }, HISTORY);
const codes = (change: Partial<ReformDefinition>) => check(change).map((found) => found.code);

describe('a reform', () => {
  it('without fault has no findings', () => expect(check({})).toEqual([]));

  it('names its legal basis and changes something', () => {
    expect(codes({ legalBasis: '  ' })).toEqual(['legal-basis-missing']);
    expect(codes({ successions: [], newVersions: [] })).toEqual(['nothing-changes']);
  });

  it('takes place on one day', () => {
    expect(codes({ newVersions: [{ ...NEW_PREILI, validFrom: isoDate('2027-07-02') }] })).toEqual(['other-day']);
    expect(codes({ successions: [whole(PREILI, '0042001'), { ...whole(LIVANI, '0042001'), effective: isoDate('2027-07-02') }] })).toEqual(['other-day']);
  });

  it('leads from units of its eve to units that begin', () => {
    expect(codes({ successions: [...JOINED.successions, whole('0701800', '0042001')] })).toEqual(['unknown-unit']);
    expect(codes({ successions: [...JOINED.successions, whole(SALDUS, '0099000')] })).toEqual(['unknown-successor']);
    expect(codes({ newVersions: [], successions: [whole(LIVANI, PREILI)] })).toEqual(['successor-keeps-its-code']);
  });

  it('leaves no unit without successor and none from nowhere', () => {
    expect(codes({ successions: [whole(LIVANI, '0042001')] })).toEqual(['unit-without-successor']);
    expect(codes({ successions: [whole(PREILI, '0042001'), part(LIVANI, '0042001', 'Rožupes pagasts')] })).toEqual(['rest-without-successor']);
    expect(codes({ newVersions: [NEW_PREILI, begun('0060000', 'Jaunais novads', 'LV-114')] })).toEqual(['new-unit-from-nowhere']);
  });

  it('uses no code of another unit', () => {
    expect(codes({ newVersions: [NEW_PREILI, begun(SALDUS, 'Jaunais novads', 'LV-114')], successions: [...JOINED.successions, whole(KULDIGA, SALDUS)] })).toEqual(['code-taken']);
    expect(codes({ newVersions: [NEW_PREILI, begun('0042001', 'Jaunais novads', 'LV-114')] })).toEqual(['code-taken']);
    expect(codes({ newVersions: [begun('0042001', 'Preiļu novads', 'LV-050')], successions: [...JOINED.successions, part(KULDIGA, '0042002', 'A'), part(KULDIGA, '0042003', 'B')] })).toContain('body-elsewhere');
    expect(codes({ newVersions: [NEW_PREILI, begun('0042002', 'Otrais novads', 'LV-073')] })).toContain('body-twice');
  });

  it('gives no unit the name of another of the same day', () => {
    expect(codes({ newVersions: [begun('0042001', 'Saldus novads', 'LV-073')] })).toEqual(['name-taken']);
    expect(codes({ newVersions: [NEW_PREILI, begun('0036001', 'Preiļu novads', 'LV-056')], successions: [whole(PREILI, '0042001'), whole(LIVANI, '0036001')] })).toEqual(['name-taken']);
  });

  it('sends a unit either whole to one or by different parts to several', () => {
    const split = (...successions: Succession[]) => codes({ newVersions: [NEW_PREILI, NEW_LIVANI], successions: [whole(PREILI, '0042001'), ...successions] });
    expect(split(part(LIVANI, '0042001', 'Rožupes pagasts'), part(LIVANI, '0036001', 'Līvāni', 'Turku pagasts'))).toEqual([]);
    expect(split(whole(LIVANI, '0042001'), part(LIVANI, '0036001', 'Līvāni'))).toEqual(['whole-and-part']);
    expect(split(whole(LIVANI, '0042001'), whole(LIVANI, '0036001'))).toEqual(['whole-to-several']);
    expect(split(part(LIVANI, '0042001', 'Līvāni'), part(LIVANI, '0036001', 'Līvāni'))).toEqual(['part-twice']);
    expect(split(part(LIVANI, '0042001'), part(LIVANI, '0036001', 'Līvāni'))).toEqual(['parts-not-named']);
    expect(split({ ...whole(LIVANI, '0036001'), parts: ['Līvāni'] })).toEqual(['parts-of-a-whole']);
    expect(split(whole(LIVANI, '0036001'), whole(LIVANI, '0036001'))).toEqual(['succession-twice']);
  });

  it('does not go round in a circle or through a unit that ends', () => {
    const circle = check({ newVersions: [], successions: [whole(LIVANI, PREILI), whole(PREILI, LIVANI)] });
    expect(circle.map((found) => found.code)).toEqual(['circular-succession']);
    expect(circle[0]!.text.lv).toContain('Līvānu novads (0036000) → Preiļu novads (0042000) → Līvānu novads (0036000)');
    expect(codes({ newVersions: [], successions: [whole(LIVANI, LIVANI)] })).toEqual(['circular-succession']);
    expect(codes({ newVersions: [], successions: [whole(LIVANI, PREILI), whole(PREILI, SALDUS), whole(SALDUS, LIVANI)] })).toEqual(['circular-succession']);
    expect(codes({ successions: [whole(PREILI, '0042001'), whole(LIVANI, PREILI)] })).toEqual(['succession-in-a-chain']);
  });

  it('does not go round in a circle of units that only begin with it', () => {
    const begins = [NEW_PREILI, begun('0057000', 'A novads', 'LV-114'), begun('0058000', 'B novads', 'LV-115')];
    const circle = check({ newVersions: begins, successions: [...JOINED.successions, whole(SALDUS, '0057000'), whole('0057000', '0058000'), whole('0058000', '0057000')] });
    expect(circle.map((found) => found.code)).toEqual(['circular-succession']);
    expect(circle[0]!.text.en).toContain('A novads (0057000) → B novads (0058000) → A novads (0057000)');
    expect(codes({ newVersions: begins.slice(0, 2), successions: [...JOINED.successions, whole(SALDUS, '0057000'), whole('0057000', '0042001')] })).toEqual(['succession-in-a-chain']);
  });

  it('does not lead back, over the years, to a code that has ended', () => {
    const [circle, ...more] = check({ newVersions: [NEW_PREILI, begun('0360800', 'Apes novads', 'LV-114')], successions: [...JOINED.successions, part('0049000', '0360800', 'Apes pilsēta'), part('0049000', '0042001', 'Smiltenes pilsēta')] });
    expect([circle?.code, more]).toEqual(['circle-across-days', []]);
    expect(circle!.text.lv).toContain('Apes novads (0360800) → Smiltenes novads (0049000) → Apes novads (0360800)');
    expect(circle!.text.lv).toContain('30.06.2021.');
    expect(codes({ newVersions: [NEW_PREILI, begun('0360800', 'Jaunais novads', 'LV-114')], successions: [...JOINED.successions, whole(SALDUS, '0360800')] })).toEqual(['code-used-before']);
  });

  it('is told what is wrong with the name of the unit, in both languages', () => {
    const [found] = check({ successions: [whole(LIVANI, '0042001')] });
    expect(found!.text.lv).toBe('Preiļu novads (0042000): nav norādīts pārņēmējs, lai gan tās ISO 3166-2 kodu LV-073 pārņem jauna vienība Preiļu novads (0042001). Norādiet, kam šī pašvaldība pāriet.');
    expect(found!.text.en).toContain('Preiļu novads (0042000): no successor is named');
    expect(found!.facts).toMatchObject({ atvk: '0042001', iso: 'LV-073' });
  });
});
