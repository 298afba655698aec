import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { OutcomeWords } from './outcome-words.js';

const outcome = { code: 'DAB.1.1', words: 'Vēro dabu.', wordsEn: 'Observes nature.' };

test('the words of an outcome are English on an English page where the classifier has them', () => {
  expect(renderToString(<OutcomeWords lang="en" outcome={outcome} />)).toBe('DAB.1.1 Observes nature.');
  expect(renderToString(<OutcomeWords lang="lv" outcome={outcome} />)).toBe('DAB.1.1 <span lang="lv">Vēro dabu.</span>');
});

test('words that the classifier has in Latvian alone are marked as such on a page in any language', () => {
  expect(renderToString(<OutcomeWords lang="en" outcome={{ ...outcome, wordsEn: '' }} />)).toBe('DAB.1.1 <span lang="lv">Vēro dabu.</span>');
});
