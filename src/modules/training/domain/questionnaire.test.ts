import { expect, test } from 'vitest';
import { parseQuestionnaire, readAnswer, sameShape } from './questionnaire.js';

test('questions are answered by a choice or in words, and some need no answer', () => {
  const { questions, problems } = parseQuestionnaire('## Ierīce?\n- Dators\n- Telefons\n\n## Kas vēl? (?)\n');
  expect(problems).toEqual([]);
  expect(questions).toEqual([
    { words: 'Ierīce?', choices: ['Dators', 'Telefons'], optional: false },
    { words: 'Kas vēl?', choices: [], optional: true },
  ]);
  expect([readAnswer(questions[0]!, '1'), readAnswer(questions[0]!, ''), readAnswer(questions[0]!, '7'), readAnswer(questions[1]!, 'Jā')]).toEqual(['Telefons', '', '', 'Jā']);
});

test('no questions are in order too', () => expect(parseQuestionnaire('')).toEqual({ questions: [], problems: [] }));

test.each([
  ['teksts', /1: “teksts” is not understood/],
  ['## Jā?\n- viens\n', /2: A choice needs/],
  ['## Jā?\n- a\n- a\n', /2: A choice needs/],
  ['## (?)\n', /1: There is no question/],
])('what is wrong is told with its line: %j', (markdown, problem) => {
  expect(parseQuestionnaire(markdown).problems.map(({ line, text }) => `${line}: ${text.en}`).join('; ')).toMatch(problem);
});

test('two languages must ask the same', () => {
  const lv = parseQuestionnaire('## A?\n- x\n- y\n').questions;
  expect(sameShape(lv, parseQuestionnaire('## B?\n- p\n- q\n').questions)).toBe(true);
  for (const other of ['## B?\n', '## B?\n- p\n- q\n- r\n', '## B? (?)\n- p\n- q\n', '']) expect(sameShape(lv, parseQuestionnaire(other).questions)).toBe(false);
});
