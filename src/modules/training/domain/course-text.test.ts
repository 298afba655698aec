import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences, parseCourse, questionsOf } from './course-text.js';

const GOOD = `# Pirmā

Teksts ar **izcēlumu**.

## Apakšvirsraksts

## ? Viena pareiza?
Paskaidrojums jautājumam.

- [x] jā & nē
- [ ] \`nē\`

> Tāpēc.

# Otrā

## ? Vairākas?
- [x] a
- [ ] b
- [x] c

> Divas.
`;

test('a course is read as pages with their questions, answers and explanations', () => {
  const { pages, problems } = parseCourse(GOOD);
  expect(problems).toEqual([]);
  expect(pages.map((page) => page.title)).toEqual(['Pirmā', 'Otrā']);
  const [first, second] = questionsOf(pages);
  expect(first).toMatchObject({ words: 'Viena pareiza?', hint: 'Paskaidrojums jautājumam.', several: false, choices: [{ words: 'jā & nē', right: true }, { words: 'nē', right: false }] });
  expect(second).toMatchObject({ several: true, choices: [{ right: true }, { right: false }, { right: true }] });
  expect(pages[0]!.body.filter((token) => token.type !== 'space').map((token) => token.type)).toEqual(['paragraph', 'heading']);
});

test('a course written in Windows is the same course', () => {
  expect(parseCourse(GOOD.replaceAll('\n', '\r\n'))).toEqual(parseCourse(GOOD));
});

const problemIn = (markdown: string) => parseCourse(markdown).problems.map(({ line, text }) => `${line}: ${text.en}`).join('; ');
const ASK = '## ? Jā?\n- [x] jā\n- [ ] nē\n\n> Tā.\n';

test.each([
  ['', /0: The course has no page/],
  [`Teksts\n\n# Lapa\n\n${ASK}`, /1: There must be no text before/],
  ['# Lapa\n\nteksts', /no question/],
  ['# Lapa\n\n## ? Jā?\n- [x] jā\n\n> Tā.\n', /3: A question needs at least two answers/],
  ['# Lapa\n\n## ? Jā?\n- [ ] jā\n- [ ] nē\n\n> Tā.\n', /3: No answer is marked as right/],
  ['# Lapa\n\n## ? Jā?\n- [x] jā\n- [ ] jā\n\n> Tā.\n', /3: Two answers are the same/],
  ['# Lapa\n\n## ? Jā?\n- [x] jā\n- nē\n\n> Tā.\n', /4: The answer “nē” has no mark/],
  ['# Lapa\n\n## ? Jā?\n- [x] jā\n- [ ] nē\n', /3: The question has no explanation/],
  ['# Lapa\n\n## ?\n- [x] jā\n- [ ] nē\n\n> Tā.\n', /3: There is no question after/],
  [`# Lapa\n\n${ASK}\nVēl teksts\n`, /9: After a question only/],
  [`# Lapa\n\n<script>alert(1)</script>\n\n${ASK}`, /3: HTML is not allowed: “<script>/],
  [`# Lapa\n\nVārds <b onclick="x">treknrakstā</b>\n\n${ASK}`, /3: HTML is not allowed: “<b/],
  [`# Lapa\n\n![bilde](https://x.lv/a.png)\n\n${ASK}`, /3: Pictures are not allowed/],
  [`# Lapa\n\n[šeit](javascript:alert(1))\n\n${ASK}`, /3: The link “javascript:alert\(1\)” is not allowed/],
  [`# Lapa\n\n[šeit](http://x.lv)\n\n${ASK}`, /3: The link “http:\/\/x.lv” is not allowed/],
  [`# Lapa\n\n[šeit](//x.lv)\n\n${ASK}`, /3: The link “\/\/x.lv” is not allowed/],
  [`# Lapa\n\n- saraksts\n  - [dziļi](data:text/html,x)\n\n${ASK}`, /3: The link “data:text\/html,x” is not allowed/],
])('what is wrong in a course is told with its line: %j', (markdown, problem) => {
  expect(problemIn(markdown)).toMatch(problem);
});

test('links to secured pages, into the program and to a mail address are in order', () => {
  expect(problemIn(`# Lapa\n\n[a](https://likumi.lv/ta/id/1) [b](/me/looks) [c](mailto:a@b.lv)\n\n${ASK}`)).toBe('');
});

test('an English text must have the same pages and the same right answers', () => {
  const lv = parseCourse(GOOD);
  expect(differences(lv, parseCourse(GOOD.replace('Teksts', 'Text')))).toEqual([]);
  expect(differences(lv, parseCourse(GOOD.replace('- [ ] b', '- [x] b')))[0]!.text.en).toMatch(/page 2/);
  expect(differences(lv, parseCourse(GOOD.split('# Otrā')[0]!))[0]!.text.en).toMatch(/2 pages in Latvian and 1 in English/);
});

test('whatever is written, reading it ends and gives either a course or a problem', () => {
  const piece = fc.constantFrom('# A\n', '## ? B\n', '- [x] c\n', '- [ ] d\n', '> e\n', '<i>', '![x](y)', '[z](q:r)', '\n', 'words ', '|a|\n|-|\n', '```\n', '    ', '&amp;');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { pages, problems } = parseCourse(pieces.join(''));
      const inOrder = questionsOf(pages).length > 0 && questionsOf(pages).every(({ choices, words }) => words !== '' && choices.length > 1 && choices.some((choice) => choice.right));
      return problems.length > 0 || inOrder;
    }),
    { numRuns: 500 },
  );
});
