import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { Notice } from '#ui/notice.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { View } from '#web/view.js';
import type { OutcomeRow } from '../../actions/show-classifiers.js';
import { ClassifierPage } from './frame.js';
import { WORDS } from './words.js';

/** What is assessed in grades 1–3 in place of marks. */
export function OutcomesPage({ view, outcomes, grade }: { view: View; outcomes: readonly OutcomeRow[]; grade: number | null }): VNode {
  const { t, lang } = view;
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  return (
    <ClassifierPage view={view} tab="/education/outcomes" lead={LEAD}>
      {outcomes.some(({ madeUp }) => madeUp) && <Notice lang={lang} tone="warning" title={MADE_UP_TITLE} />}
      <FilterForm lang={lang} clearHref={grade === null ? undefined : view.path}>
        <SelectField {...field('grade')} label={WORDS.grade} emptyOption={WORDS.all} options={[1, 2, 3].map((one) => ({ value: String(one), label: `${one}.` }))} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={WORDS.outcomes}
        captionHidden
        rows={outcomes}
        rowKey={(one) => one.code}
        empty={{ title: NOTHING }}
        columns={[
          { key: 'code', header: WORDS.code, rowHeader: true, cell: (one) => one.code },
          { key: 'subject', header: WORDS.subject, cell: (one) => <a href={`/education/subjects/${one.subjectId}`}>{lang === 'lv' ? one.subject : one.subjectEn}</a> },
          { key: 'grades', header: WORDS.grades, cell: (one) => (one.fromGrade === one.toGrade ? String(one.fromGrade) : `${one.fromGrade}–${one.toGrade}`) },
          { key: 'text', header: OUTCOME, cell: (one) => (lang === 'en' && one.textEn !== '' ? one.textEn : <span lang="lv">{one.textLv}</span>) },
          { key: 'source', header: WORDS.source, cell: (one) => (one.madeUp ? <StatusTag tone="warning">{t(MADE_UP)}</StatusTag> : one.source) },
        ]}
      />
    </ClassifierPage>
  );
}

const LEAD: Text = { lv: '1.–3. klasē priekšmetiem neliek atzīmes: katru sasniedzamo rezultātu vērtē ar S, T, A vai P.', en: 'In grades 1–3 subjects have no marks: each learning outcome is assessed by S, T, A or P.' };
const MADE_UP_TITLE: Text = { lv: 'Izdomāts paraugs. Īstie sasniedzamie rezultāti jāņem no MK noteikumu Nr. 747 pielikumiem.', en: 'A made-up sample. The real learning outcomes are to be taken from the annexes of Cabinet regulations No. 747.' };
const MADE_UP: Text = { lv: 'izdomāts', en: 'made up' };
const OUTCOME: Text = { lv: 'Sasniedzamais rezultāts', en: 'Learning outcome' };
const NOTHING: Text = { lv: 'Šai klasei sasniedzamie rezultāti nav ierakstīti.', en: 'No learning outcomes are recorded for the grade.' };
