import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { HISTORY, REFERENCE } from '../tests/real-data.js';
import { storyOfDraft, storyOfReform } from './reform-story.js';
import { enact } from './unit.js';
import { storyOfUnit } from './unit-story.js';

const unit = (atvk: string) => HISTORY.units.find((one) => one.atvk === atvk)!;
const told = (atvk: string) => storyOfUnit(HISTORY, unit(atvk)).timeline.map(({ day, text }) => `${day} ${text.lv}`);

describe('the story of a unit', () => {
  it('tells a body through all of its codes', () => {
    expect(told('0038001')).toEqual([
      '2009-07-01 Madonas novads: pašvaldība sāk darbu (ATVK kods 0700200).',
      '2021-07-01 ATVK kods mainīts no 0700200 uz 0038000.',
      '2021-07-01 Pievienotas teritorijas: Cesvaines novads, Lubānas novads, Ērgļu novads.',
      '2025-07-01 ATVK kods mainīts no 0038000 uz 0038001.',
      '2025-07-01 Pievienotas teritorijas: Varakļānu novads.',
    ]);
    expect(told('0001000').at(-1)).toBe('2021-07-01 Mainīts statuss: turpmāk tā ir valstspilsēta.');
  });

  it('tells how a unit began from others, ended in another, or was split', () => {
    expect(told('0022000')).toEqual(['2021-07-01 Augšdaugavas novads: izveidota jauna pašvaldība (ATVK kods 0022000). To veido: Daugavpils novads, Ilūkstes novads.']);
    expect(told('0250000').at(-1)).toBe('2021-07-01 Valmiera: pašvaldība beidz pastāvēt, visa tās teritorija ietilpst jaunā vienībā: Valmieras novads.');
    expect(told('0604300').at(-1)).toBe(
      '2021-07-01 Aglonas novads: pašvaldība beidz pastāvēt, tās teritorija sadalīta: Krāslavas novads (Grāveru pagasts, Kastuļinas pagasts, Šķeltovas pagasts), Preiļu novads (Aglonas pagasts).',
    );
  });

  it('names both sides of each succession', () => {
    const { predecessors, successors } = storyOfUnit(HISTORY, unit('0042000'));
    expect(predecessors.map((one) => [one.unit.name, one.extent, one.parts, one.continues])).toEqual([
      ['Aglonas novads', 'part', ['Aglonas pagasts'], false],
      ['Preiļu novads', 'whole', [], true],
      ['Riebiņu novads', 'whole', [], false],
      ['Vārkavas novads', 'whole', [], false],
    ]);
    expect(successors).toEqual([]);
  });
});

describe('the story of a reform', () => {
  const story = storyOfReform(HISTORY, isoDate('2021-07-01'));

  it('groups what merged into what', () => {
    const kinds = Map.groupBy(story.groups, (group) => group.kind);
    expect([kinds.get('renewed')?.length, kinds.get('enlarged')?.length, kinds.get('new')?.length]).toEqual([15, 25, 3]);
    expect(story.groups.find((group) => group.unit.atvk === '0023000')!.from.map((one) => one.unit.name)).toEqual(['Ādažu novads', 'Carnikavas novads']);
  });

  it('is summed up in a sentence', () => {
    expect(story.summary.lv).toBe('Pašvaldību skaits: iepriekš 119, turpmāk 43. Turpina darbu: 40; apvienotas un beidz pastāvēt: 77; sadalītas: 2; izveidotas no jauna: 3.');
  });

  it('is the same before the reform is in the history as after', () => {
    const [of2021, of2025] = REFERENCE.reforms;
    const founded = { units: REFERENCE.founding, successions: [] };
    expect(storyOfDraft(founded, of2021!).summary).toEqual(story.summary);
    expect(storyOfDraft(enact(founded, of2021!), of2025!)).toEqual(storyOfReform(HISTORY, isoDate('2025-07-01')));
  });
});
