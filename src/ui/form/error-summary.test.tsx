import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Page } from '../page.js';
import { ErrorSummary } from './error-summary.js';
import { fieldsOf } from './fields-of.js';
import { Form } from './form.js';
import { Radios } from './radios.js';
import { TextField } from './text-field.js';

const FRAME = {
  lang: 'lv', assets: { stylesheet: '', icon: '', alone: {}, islands: {} }, langHref: '', csrf: '', account: null, signInHref: '', session: null, navigation: [], allRooms: null, environment: [], notice: null, footer: { links: [], version: '' },
} as const;
const MISSING = { lv: 'Lauks ir jāaizpilda.', en: 'This field is required.' };
const errors = [
  { field: 'title', message: MISSING },
  { field: 'kind', message: MISSING },
  { field: 'elsewhere', message: MISSING },
  { field: 'code', message: { lv: 'ATVK kods nav derīgs.', en: 'The ATVK code is wrong.' } },
  { field: '', message: { lv: 'Nevar publicēt.', en: 'Cannot be published.' } },
];

const page = (lang: 'lv' | 'en') => {
  const field = fieldsOf({ lang, values: {}, errors });
  return renderToString(
    <Page {...FRAME} lang={lang} title="">
      <ErrorSummary lang={lang} errors={errors} />
      <Form csrf="">
        <TextField {...field('title')} label={{ lv: 'Virsraksts', en: 'Title' }} />
        <Radios {...field('kind')} label={{ lv: 'Kas tas ir?', en: 'What is it?' }} options={[]} />
        <TextField {...field('code')} label={{ lv: 'Kods', en: 'Code' }} />
      </Form>
    </Page>,
  );
};

const sentences = (html: string) => [.../<li>(.*?)<\/li>/g[Symbol.matchAll](/role="alert".*?<\/section>/s.exec(html)![0])].map((found) => found[1]!.replace(/<[^>]+>/g, ''));

test('the summary of errors names the field of each, and leads to it', () => {
  expect(sentences(page('lv'))).toEqual(['Virsraksts: lauks ir jāaizpilda.', 'Kas tas ir: lauks ir jāaizpilda.', 'Lauks ir jāaizpilda.', 'Kods: ATVK kods nav derīgs.', 'Nevar publicēt.']);
  expect(sentences(page('en'))[0]).toBe('Title: this field is required.');
  expect(page('lv')).toContain('<a href="#f-title">Virsraksts: lauks ir jāaizpilda.</a>');
});

test('the sentence beside a field does not repeat its name', () => {
  expect(page('lv').match(/Virsraksts: lauks/g)).toHaveLength(1);
  expect(page('lv')).toContain('Lauks ir jāaizpilda.</p>');
});
