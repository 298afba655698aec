import type { VNode } from 'preact';
import { fill, same, type Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { type FieldState, fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { counted } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ClassDecisionPage, DecisionPage, NextTitles } from '../../actions/rollover-decisions.js';
import { nameOf, PUPILS, W } from '../pupil-words.js';
import { Blocks, FATE, FATE_WORDS, fateOf } from './fates.js';

const backTo = (school: { regNr: string }) => `/education/institutions/${school.regNr}/year-end`;
const crumbsOf = (school: { regNr: string; name: string }, last: string) => [{ text: W.education, href: '/education' }, { text: same(school.name), href: `/education/institutions/${school.regNr}` }, { text: W.yearEnd, href: backTo(school) }, { text: same(last) }];

/** The decision for one pupil. */
export function DecisionView({ view, attempt, page: { school, line, titles } }: { view: View; attempt: Attempt; page: DecisionPage }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={nameOf(line)} width="work" breadcrumbs={crumbsOf(school, nameOf(line))}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{nameOf(line)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.class, value: line.fromClass },
          { key: NOW, value: fateOf(line, lang) },
          { key: AGAINST, value: <Blocks view={view} line={line} /> },
        ]}
      />
      <h2>{t(DECIDE)}</h2>
      <Form csrf={view.csrf}>
        <Fields fate={field('fate', line.fate)} toTitle={field('toTitle', line.toTitle ?? '')} titles={titles} hint={NEXT_HINT} />
        <Button>{t(W.save)}</Button>
      </Form>
    </Page>
  );
}

/** One decision for a whole class: chosen, shown with what it changes, and only then saved. */
export function ClassDecisionView({ view, attempt, page: { school, lines, titles, plan, errors } }: { view: View; attempt: Attempt; page: ClassDecisionPage }): VNode {
  const { lang, t } = view;
  const { fate = '', toTitle = '' } = view.query;
  const wrong = [...errors, ...attempt.errors];
  const field = fieldsOf({ lang, values: { fate, toTitle }, errors: wrong });
  const title = fill(OF_CLASS, { class: lines[0]!.fromClass });
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={crumbsOf(school, lines[0]!.fromClass)}>
      <ErrorSummary lang={lang} errors={wrong} />
      <h1>{t(title)}</h1>
      <Lead>{t(CLASS_LEAD)}</Lead>
      <FilterForm lang={lang} submit={SHOW}>
        <Fields fate={field('fate')} toTitle={field('toTitle')} titles={titles} />
      </FilterForm>
      {plan && plan.changes.length === 0 && <p>{t(NOTHING)}</p>}
      {plan && plan.changes.length > 0 && (
        <>
          <h2>{`${t(CHANGES)}: ${counted(plan.changes.length, PUPILS, lang)}`}</h2>
          <DataTable
            lang={lang}
            caption={CHANGES}
            captionHidden
            rows={plan.changes}
            rowKey={(line) => line.membershipId}
            empty={{ title: NOTHING }}
            columns={[
              { key: 'name', header: W.name, rowHeader: true, cell: (line) => nameOf(line) },
              { key: 'now', header: NOW, cell: (line) => fateOf(line, lang) },
              { key: 'then', header: THEN, cell: () => fateOf(plan.right, lang) },
              { key: 'blocks', header: AGAINST, cell: (line) => <Blocks view={view} line={line} /> },
            ]}
          />
          <Form csrf={view.csrf}>
            <HiddenFields values={{ fate: plan.right.fate, toTitle: plan.right.toTitle ?? '', seen: plan.seen }} />
            <Button>{t(SAVE_ALL)}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}

const Fields = ({ fate, toTitle, titles, hint }: { fate: FieldState; toTitle: FieldState; titles: NextTitles; hint?: Text }): VNode => (
  <>
    <SelectField {...fate} label={FATE} options={Object.entries(FATE_WORDS).map(([value, label]) => ({ value, label }))} emptyOption={W.choose} />
    <SelectField
      {...toTitle}
      label={NEXT_CLASS}
      hint={hint}
      options={[...titles.promote.map((title) => ({ value: title, label: fill(GOES_ON, { title }) })), ...titles.repeat.map((title) => ({ value: title, label: fill(REPEATS, { title }) }))]}
      emptyOption={NO_CLASS}
      optional
    />
  </>
);

const DECIDE: Text = { lv: 'Mainīt lēmumu', en: 'Change the decision' };
const OF_CLASS: Text = { lv: '{class}: viens lēmums visai klasei', en: '{class}: one decision for the class' };
const CLASS_LEAD: Text = { lv: 'Izvēlieties lēmumu; vispirms redzēsiet, kam tas ko maina. Pirms saglabāšanas nekas nemainās.', en: 'Choose a decision; first you see what it changes and for whom. Nothing changes before you save.' };
const SHOW: Text = { lv: 'Rādīt, kas mainīsies', en: 'Show what would change' };
const CHANGES: Text = { lv: 'Kas mainīsies', en: 'What will change' };
const NOTHING: Text = { lv: 'Visiem klasē jau ir šis lēmums; mainīt nav ko.', en: 'Everyone in the class has this decision already; there is nothing to change.' };
const NOW: Text = { lv: 'Tagad', en: 'Now' };
const THEN: Text = { lv: 'Būs', en: 'Will be' };
const AGAINST: Text = { lv: 'Kas neļauj pārcelt vai vēl vajadzīgs', en: 'What speaks against promotion or is still needed' };
const SAVE_ALL: Text = { lv: 'Saglabāt šīs izmaiņas', en: 'Save these changes' };
const NEXT_CLASS: Text = { lv: 'Nākamā gada klase', en: 'Class of the next year' };
const NEXT_HINT: Text = { lv: 'Pārceltajiem un atkārtotājiem. Klasi, kuras vēl nav, izveidos, kad skolu pārcels.', en: 'For those promoted or repeating. A class that is not there yet is made when the school is moved.' };
const NO_CLASS: Text = { lv: 'Bez klases', en: 'No class' };
const GOES_ON: Text = { lv: '{title} (pārceļ)', en: '{title} (promoted)' };
const REPEATS: Text = { lv: '{title} (mācās atkārtoti)', en: '{title} (repeats)' };
