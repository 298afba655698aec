import { expect, test } from 'vitest';
import { suggestClasses, suggestSubjects } from './suggestions.js';

const subjects = [
  { id: 1, name: 'Svešvaloda (angļu)' },
  { id: 2, name: 'Svešvaloda (vācu)' },
  { id: 3, name: 'Sports un veselība' },
  { id: 4, name: 'Matemātika' },
  { id: 7, name: 'Inženierzinības' },
];
const decided = (subjectId: number, more: Partial<{ own: boolean; journal: boolean; schools: number }>) => ({ subjectId, own: false, journal: false, schools: 0, ...more });

const idsOf = (name: string, ...before: ReturnType<typeof decided>[]) => suggestSubjects(name, subjects, before).map(({ id }) => id);

test('with nothing decided before, the most alike names come first, and what has nothing in common does not come', () => {
  expect(idsOf('Angļu svešvaloda')).toEqual([1, 2]);
  expect(idsOf('Ķīmija')).toEqual([]);
  expect(suggestSubjects('Svešvaloda angļu', subjects, [])[0]!.reasons).toEqual([{ kind: 'likeness', likeness: 1 }]);
});

test('what schools decided before goes before likeness, what the journal says before them, and what the school itself decided first', () => {
  expect(idsOf('Angļu svešvaloda', decided(2, { schools: 3 }))).toEqual([2, 1]);
  expect(idsOf('Angļu svešvaloda', decided(2, { schools: 9 }), decided(7, { journal: true, schools: 1 }))).toEqual([7, 2, 1]);
  expect(idsOf('Angļu svešvaloda', decided(7, { journal: true, schools: 50 }), decided(4, { own: true }))).toEqual([4, 7, 1]);
});

test('a suggestion says all that speaks for it, and what was ended speaks for nothing', () => {
  expect(suggestSubjects('Svešvaloda vācu', subjects, [decided(2, { journal: true, schools: 3 })])[0]).toEqual({
    id: 2, name: 'Svešvaloda (vācu)', reasons: [{ kind: 'journal' }, { kind: 'schools', schools: 3 }, { kind: 'likeness', likeness: 1 }],
  });
  expect(idsOf('Ķīmija', decided(4, {}))).toEqual([]);
});

test('what the classes of the rows learn comes first, however little alike, but never for being learnt alone', () => {
  const many = [...subjects, ...['Sports', 'Sporta veidi', 'Sporta pedagoģija', 'Sporta treniņš', 'Sports 1', 'Sports 2'].map((name, at) => ({ id: 100 + at, name }))];
  const first = suggestSubjects('Sports', many, [decided(100, { journal: true, schools: 10 })], new Map([[3, ['5.a']], [4, ['5.a']]]));
  expect(first[0]).toMatchObject({ id: 3, reasons: [{ kind: 'learnt', classes: ['5.a'] }, { kind: 'likeness' }] });
  expect(first.map(({ id }) => id)).not.toContain(4);
});

const classes = ['5.a', '5.b', '5.SP', '6.a', '11.a', '1.a'].map((title) => ({ id: title, title, grade: Number.parseInt(title, 10) }));

test('a class of another grade is never suggested, and of the grade the title that agrees most comes first', () => {
  expect(suggestClasses('5 a klase', classes).map(({ name }) => name)).toEqual(['5.a', '5.b', '5.SP']);
  expect(suggestClasses('5b (vakars)', classes)[0]!.name).toBe('5.b');
  expect(suggestClasses('1a1', classes).map(({ name }) => name)).toEqual(['1.a']);
  expect(suggestClasses('Sākumskola', classes)).toEqual([]);
});

test('where the pupils of the rows are goes before the title', () => {
  expect(suggestClasses('5. klase', classes, '5.b').map(({ name, reasons }) => [name, reasons[0]!.kind])).toEqual([['5.b', 'pupils'], ['5.a', 'grade'], ['5.SP', 'grade']]);
  expect(suggestClasses('Zvaniņi', classes, '1.a').map(({ name }) => name)).toEqual(['1.a']);
});
