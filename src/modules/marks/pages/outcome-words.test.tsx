import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { OutcomeWords } from './outcome-words.js';

test('the words of an outcome, which are Latvian alone, are marked as such on a page in any language', () => {
  expect(renderToString(<OutcomeWords outcome={{ code: 'DAB.1.1', words: 'Vēro dabu.' }} />)).toBe('DAB.1.1 <span lang="lv">Vēro dabu.</span>');
});
