import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { Notice } from '#ui/notice.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { CodePartRow, ProgrammeRow } from '../../actions/show-classifiers.js';
import { type CodePlace, partsOf } from '../../domain/programme-code.js';
import { ClassifierPage, Source } from './frame.js';
import { named, WORDS } from './words.js';

interface Props {
  readonly view: View;
  readonly programmes: readonly ProgrammeRow[];
  readonly parts: readonly CodePartRow[];
  /** A code to be explained, as it was typed. */
  readonly code: string;
}

export function ProgrammesPage({ view, programmes, parts, code }: Props): VNode {
  const { t, lang } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const known = programmes.find((one) => one.code === code);
  return (
    <ClassifierPage view={view} tab="/education/programmes" lead={LEAD}>
      <FilterForm lang={lang} clearHref={code ? view.path : undefined}>
        <TextField {...field('code')} label={EXPLAIN} hint={EXPLAIN_HINT} width="medium" maxLength={12} />
      </FilterForm>
      {code !== '' && (
        <section class="flow-text">
          <h2>{`${t(WORDS.code)} ${code}${known ? `: ${t(named(known))}` : ''}`}</h2>
          {!known && <Notice lang={lang} tone="warning" title={UNKNOWN} />}
          <Explained view={view} code={code} parts={parts} />
        </section>
      )}
      <DataTable
        lang={lang}
        caption={WORDS.programmes}
        captionHidden
        rows={programmes}
        rowKey={(one) => one.code}
        columns={[
          { key: 'code', header: WORDS.code, rowHeader: true, cell: (one) => <a href={`/education/programmes?code=${one.code}`}>{one.code}</a> },
          { key: 'name', header: WORDS.name, cell: (one) => t(named(one)) },
          { key: 'grades', header: WORDS.grades, cell: (one) => (one.fromGrade === null ? '–' : `${one.fromGrade}–${one.toGrade}`) },
          { key: 'form', header: FORM, cell: (one) => t(FORM_WORDS[one.form]) },
          { key: 'language', header: LANGUAGE, cell: (one) => t(LANGUAGE_WORDS[one.language]) },
          {
            key: 'source',
            header: WORDS.source,
            cell: (one) => <Source view={view} source={one.source} verified={one.verified} />,
          },
        ]}
      />
      <Details summary={t(PARTS)}>
        <Explained view={view} parts={parts} />
      </Details>
    </ClassifierPage>
  );
}

/** What each part of a code means; without a code, all that is known of the parts. */
function Explained({ view, code, parts }: { view: View; code?: string; parts: readonly CodePartRow[] }): VNode {
  const { t, lang } = view;
  const taken = code === undefined ? parts.map(({ place, value }) => ({ place, value, digits: '' })) : partsOf(code)?.map(({ place, value, from, to }) => ({ place, value, digits: to - from === 1 ? `${to}.` : `${from + 1}.–${to}.` }));
  if (!taken) return <Notice lang={lang} tone="danger" title={NO_CODE} />;
  const meaning = (place: CodePlace, value: string) => parts.find((one) => one.place === place && one.value === value);
  return (
    <DataTable
      lang={lang}
      caption={PARTS}
      captionHidden
      rows={taken}
      rowKey={(one) => `${one.place} ${one.value}`}
      columns={[
        ...(code === undefined ? [] : [{ key: 'digits', header: DIGITS, cell: (one: { digits: string }) => one.digits }]),
        { key: 'place', header: PART, rowHeader: true, cell: (one) => t(PLACE_WORDS[one.place]) },
        { key: 'value', header: VALUE, cell: (one) => <code>{one.value}</code> },
        {
          key: 'meaning',
          header: MEANING,
          cell: (one) => {
            const found = meaning(one.place, one.value);
            return found ? <Source view={view} source={t(named(found))} verified={found.verified} /> : t(NOT_KNOWN);
          },
        },
        { key: 'source', header: WORDS.source, cell: (one) => meaning(one.place, one.value)?.source ?? '' },
      ]}
    />
  );
}

const LEAD: Text = {
  lv: 'Kods rāda programmas līmeni, veidu, grupu, īpašo veidu, valodu un īstenošanas formu (MK 13.06.2017. noteikumi Nr. 322). Nepārbaudītie kodi jāsalīdzina ar noteikumu pielikumu.',
  en: 'The code shows a programme’s level, type, group, special kind, language and form (Cabinet regulations No. 322 of 13.06.2017.). Unverified codes are to be compared with their annex.',
};
const EXPLAIN: Text = { lv: 'Izskaidrot kodu', en: 'Explain a code' };
const EXPLAIN_HINT: Text = { lv: 'Piemēram, 21015811 vai 20V212011', en: 'For example 21015811 or 20V212011' };
const UNKNOWN: Text = { lv: 'Šāda koda klasifikatorā nav', en: 'The classifier has no such code' };
const NO_CODE: Text = { lv: 'Tas nav programmas kods: tajā ir astoņi cipari, vai divi cipari, burts un seši cipari.', en: 'This is no programme code: it has eight digits, or two digits, a letter and six digits.' };
const PARTS: Text = { lv: 'Ko nozīmē koda daļas', en: 'What the parts of a code mean' };
const DIGITS: Text = { lv: 'Zīmes', en: 'Characters' };
const PART: Text = { lv: 'Daļa', en: 'Part' };
const VALUE: Text = { lv: 'Vērtība', en: 'Value' };
const MEANING: Text = { lv: 'Nozīme', en: 'Meaning' };
const NOT_KNOWN: Text = { lv: 'nav zināma', en: 'not known' };
const FORM: Text = { lv: 'Forma', en: 'Form' };
const LANGUAGE: Text = { lv: 'Valoda', en: 'Language' };
const PLACE_WORDS: Readonly<Record<CodePlace, Text>> = {
  level: { lv: 'izglītības pakāpe', en: 'level of education' },
  type: { lv: 'programmas veids', en: 'type of programme' },
  group: { lv: 'tematiskā grupa, joma un programmu grupa', en: 'thematic group, area and programme group' },
  special: { lv: 'īpašais veids', en: 'special kind' },
  language: { lv: 'mācību valoda', en: 'language of instruction' },
  form: { lv: 'īstenošanas forma', en: 'form' },
};
const FORM_WORDS: Readonly<Record<ProgrammeRow['form'], Text>> = {
  'full-time': { lv: 'klātiene', en: 'full-time' },
  evening: { lv: 'vakara', en: 'evening' },
  'part-time': { lv: 'neklātiene', en: 'part-time' },
  distance: { lv: 'tālmācība', en: 'distance' },
};
const LANGUAGE_WORDS: Readonly<Record<ProgrammeRow['language'], Text>> = {
  lv: { lv: 'latviešu', en: 'Latvian' },
  minority: { lv: 'mazākumtautības programma', en: 'minority programme' },
  other: { lv: 'cita', en: 'other' },
};
