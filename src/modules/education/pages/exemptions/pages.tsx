import type { VNode } from 'preact';
import { addDays } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { same, type Text } from '#kernel/text.js';
import { Details } from '#ui/details.js';
import { Button } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ExemptionForm, ExemptionList } from '../../actions/exemptions.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

/** Who is exempt from what on a day. */
export function ExemptionsView({ view, page: { school, day, exemptions, next } }: { view: View; page: ExemptionList }): VNode {
  const { lang, t } = view;
  return (
    <SchoolFrame view={view} school={school} title={W.exemptions} side="exemptions">
      <Lead>{t(LEAD)}</Lead>
      <FilterForm lang={lang}>
        <DateField lang={lang} name="on" label={W.day} value={day} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.exemptions}
        captionHidden
        rows={exemptions}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        paging={pagingByKey(view, { shown: exemptions.length, next })}
        columns={[
          { key: 'name', header: W.name, rowHeader: true, cell: (one) => <a href={`/education/pupils/${one.personId}`}>{nameOf(one)}</a> },
          { key: 'class', header: W.class, cell: (one) => one.class ?? '–' },
          { key: 'subject', header: W.subject, cell: (one) => (lang === 'lv' ? one.subject : one.subjectEn) },
          { key: 'when', header: W.state, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
          { key: 'do', header: ACTIONS, cell: (one) => <a href={`/education/exemptions/${one.id}`}>{t(CORRECT_SHORT)}<span class="visually-hidden">{` ${nameOf(one)}`}</span></a> },
        ]}
      />
    </SchoolFrame>
  );
}

interface Props {
  readonly view: View;
  readonly attempt: Attempt;
  readonly form: ExemptionForm;
}

/** A new exemption of a member, or one that is to be put right or to end. */
export function ExemptionFormPage({ view, attempt, form: { person, membership, exemption, subjects } }: Props): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = exemption ? CORRECT : EXEMPT;
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(nameOf(person)), href: `/education/pupils/${person.id}` }, { text: title }];
  const options = subjects.map((one) => ({ value: String(one.id), label: lang === 'lv' ? one.name : one.nameEn }));
  // A subject that has ended since is still what the exemption is from.
  const chosen = exemption && !subjects.some(({ id }) => id === exemption.subjectId) ? [{ value: String(exemption.subjectId), label: lang === 'lv' ? exemption.subject : exemption.subjectEn }] : [];
  const from = membership && membership.validFrom > today ? membership.validFrom : today;
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <SummaryList lang={lang} items={[{ key: W.pupil, value: nameOf(person) }, ...(membership ? [{ key: W.institution, value: membership.institution }] : [])]} />
      <p>{t(MEANING)}</p>
      <Form csrf={view.csrf}>
        <SelectField {...field('subjectId', exemption ? String(exemption.subjectId) : '')} label={W.subject} options={[...chosen, ...options]} emptyOption={W.choose} />
        <DateField {...field('from', exemption?.validFrom ?? from)} label={FIRST_DAY} />
        <DateField {...field('lastDay', exemption?.validTo ? addDays(exemption.validTo, -1) : '')} label={LAST_DAY} hint={LAST_DAY_HINT} optional />
        <TextField {...field('basis', exemption?.basis)} label={W.basis} hint={BASIS_HINT} maxLength={300} />
        {exemption && <TextArea {...field('why')} label={W.why} hint={W.whyHint} rows={2} maxLength={500} />}
        <Button>{t(W.save)}</Button>
      </Form>
      {exemption && (
        <Details summary={t(NEVER_WAS)}>
          <p>{t(WITHDRAW_LEAD)}</p>
          <p>
            <a href={`/education/exemptions/${exemption.id}/withdraw`}>{t(WITHDRAW)}</a>
          </p>
        </Details>
      )}
    </Page>
  );
}

/** Asks why before an exemption is taken back that never was. */
export function WithdrawExemptionPage({ view, attempt, form: { person, exemption } }: Props): VNode {
  const { lang, t } = view;
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(nameOf(person)), href: `/education/pupils/${person.id}` }, { text: WITHDRAW }];
  return (
    <Page {...view.frame} title={t(WITHDRAW)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WITHDRAW)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.pupil, value: nameOf(person) },
          { key: W.subject, value: lang === 'lv' ? exemption!.subject : exemption!.subjectEn },
          { key: W.state, value: readablePeriod({ from: exemption!.validFrom, to: exemption!.validTo }, lang) },
        ]}
      />
      <p>{t(WITHDRAW_LEAD)}</p>
      <Form csrf={view.csrf}>
        <TextArea {...fieldsOf({ lang, ...attempt })('why')} label={W.why} hint={W.whyHint} rows={2} maxLength={500} />
        <Button variant="danger">{t(WITHDRAW)}</Button>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'No atbrīvota izglītojamā šajā priekšmetā vērtējumus negaida. Jaunu atbrīvojumu reģistrē izglītojamā kartītē.', en: 'Of an exempt learner no marks of the subject are expected. A new exemption is recorded on the learner’s card.' };
const NONE: Text = { lv: 'Šajā dienā neviens nav atbrīvots.', en: 'Nobody is exempt on that day.' };
const NONE_HINT: Text = { lv: 'Atbrīvojumu reģistrē izglītojamā kartītē: “Atbrīvot no priekšmeta”.', en: 'An exemption is recorded on the learner’s card: “Exempt from a subject”.' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const CORRECT_SHORT: Text = { lv: 'Labot vai izbeigt', en: 'Correct or end' };
const EXEMPT: Text = { lv: 'Atbrīvot no priekšmeta', en: 'Exempt from a subject' };
const CORRECT: Text = { lv: 'Labot vai izbeigt atbrīvojumu', en: 'Correct or end an exemption' };
const MEANING: Text = {
  lv: 'Kamēr atbrīvojums ir spēkā, priekšmetā vērtējumus negaida, un tie netraucē pārcelšanai nākamajā klasē. Jau ievadītie vērtējumi paliek.',
  en: 'While it holds, no marks of the subject are expected, and they do not stand in the way of promotion. Marks already entered stay.',
};
const FIRST_DAY: Text = { lv: 'Pirmā diena', en: 'First day' };
const LAST_DAY: Text = { lv: 'Pēdējā diena', en: 'Last day' };
const LAST_DAY_HINT: Text = { lv: 'Ja atbrīvojums vēl nebeidzas, atstājiet tukšu.', en: 'Leave empty while it does not end.' };
const BASIS_HINT: Text = { lv: 'Dokuments, tā datums un numurs. Diagnozi nerakstiet.', en: 'The document with its date and number. Do not write a diagnosis.' };
const NEVER_WAS: Text = { lv: 'Šāda atbrīvojuma nekad nav bijis', en: 'There never was such an exemption' };
const WITHDRAW: Text = { lv: 'Atsaukt kļūdainu atbrīvojumu', en: 'Take a wrong exemption back' };
const WITHDRAW_LEAD: Text = { lv: 'Atsauciet tikai tad, ja tas ierakstīts kļūdas dēļ: vērtējumus par visu šo laiku atkal gaidīs. Ja atbrīvojums ir beidzies, norādiet pēdējo dienu.', en: 'Take it back only if it was recorded by mistake: marks of all that time will be expected again. If it has ended, give its last day.' };
