import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { CandidatesPage } from '../../actions/candidates.js';
import { yearName } from '../../domain/school-year.js';
import { LearnerFields } from '../learner-fields.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

/** The future pupils: add, remove with a reason, and enrol many on the first day of the year in one step. */
export function CandidatesView({ view, attempt, page }: { view: View; attempt: Attempt; page: CandidatesPage }): VNode {
  const { lang, t, today } = view;
  const { school, years, candidates, programmes, classes } = page;
  const field = fieldsOf({ lang, ...attempt });
  const fresh = fieldsOf({ lang, values: {}, errors: [] });
  const at = `/education/institutions/${school.regNr}/candidates`;
  const waiting = candidates.filter((one) => one.state === 'candidate');
  return (
    <SchoolFrame view={view} school={school} title={W.candidates} side="candidates" errors={attempt.errors}>
      <Lead>{`${t(FOR_YEAR)} ${t(yearName(years.year.year))} ${t(STARTS)} ${readableDay(years.year.startsOn)}`}</Lead>
      <DataTable
        lang={lang}
        caption={W.candidates}
        captionHidden
        rows={candidates}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'name', header: W.name, rowHeader: true, cell: (one) => (one.state === 'enrolled' ? <a href={`/education/pupils/${one.personId}`}>{nameOf(one)}</a> : nameOf(one)) },
          { key: 'born', header: W.bornOn, cell: (one) => (one.bornOn ? readableDay(one.bornOn) : '–') },
          { key: 'programme', header: W.programme, cell: (one) => (lang === 'lv' ? one.programmeLv : one.programmeEn) },
          { key: 'applied', header: APPLIED, cell: (one) => readableDay(one.appliedOn) },
          { key: 'state', header: W.state, cell: (one) => <StatusTag tone={one.state === 'candidate' ? 'info' : one.state === 'enrolled' ? 'success' : 'ended'}>{`${t(STATES[one.state])}${one.reason ? `: ${one.reason}` : ''}`}</StatusTag> },
        ]}
      />
      <h2>{t(ADD)}</h2>
      <Form csrf={view.csrf}>
        <HiddenFields values={{ year: String(years.year.year) }} />
        <LearnerFields view={view} field={(name) => field(name)} />
        <SelectField {...field('programmeCode')} label={W.programme} options={programmes.map((one) => ({ value: one.code, label: `${one.code} ${lang === 'lv' ? one.nameLv : one.nameEn}` }))} emptyOption={W.choose} />
        <DateField {...field('appliedOn', today)} label={APPLIED} />
        <Button>{t(ADD_DO)}</Button>
      </Form>
      {waiting.length > 0 && (
        <>
          <h2>{t(REMOVE)}</h2>
          <Form csrf={view.csrf} action={`${at}/remove`}>
            <SelectField {...fresh('id')} label={CANDIDATE} options={waiting.map((one) => ({ value: one.id, label: nameOf(one) }))} emptyOption={W.choose} />
            <TextField {...fresh('reason')} name="removal" label={W.reason} hint={REMOVE_HINT} maxLength={300} />
            <Button variant="secondary">{t(REMOVE_DO)}</Button>
          </Form>
          <h2>{t(ENROL)}</h2>
          <Form csrf={view.csrf} action={`${at}/enrol`}>
            <HiddenFields values={{ year: String(years.year.year) }} />
            <Checkboxes {...fresh('chosen', waiting.map((one) => one.id))} label={WHOM} options={waiting.map((one) => ({ value: one.id, label: nameOf(one) }))} />
            <SelectField {...fresh('classId')} label={W.class} options={classes.filter((one) => one.grade === 1).map((one) => ({ value: one.id, label: one.title }))} emptyOption={LATER} optional />
            <TextField {...fresh('orderNr')} label={W.order} width="medium" maxLength={40} optional />
            <Button>{t(ENROL_DO)}</Button>
          </Form>
        </>
      )}
    </SchoolFrame>
  );
}

const FOR_YEAR: Text = { lv: 'Nākamie izglītojamie', en: 'Future learners of' };
const STARTS: Text = { lv: 'mācību gadam, kas sākas', en: 'school year, which begins on' };
const NONE: Text = { lv: 'Pretendentu vēl nav.', en: 'There are no candidates yet.' };
const NONE_HINT: Text = { lv: 'Bērns var būt pretendents tikai vienā skolā; lai mainītu, vispirms viņu izņem pirmā skola.', en: 'A child can be a candidate of one school only; to change, the first school removes them first.' };
const APPLIED: Text = { lv: 'Pieteikts', en: 'Applied on' };
const STATES = { candidate: { lv: 'pretendents', en: 'candidate' }, enrolled: { lv: 'uzņemts', en: 'enrolled' }, removed: { lv: 'izņemts', en: 'removed' } } as const;
const ADD: Text = { lv: 'Pievienot pretendentu', en: 'Add a candidate' };
const ADD_DO: Text = { lv: 'Pievienot', en: 'Add' };
const REMOVE: Text = { lv: 'Izņemt pretendentu', en: 'Remove a candidate' };
const REMOVE_DO: Text = { lv: 'Izņemt', en: 'Remove' };
const REMOVE_HINT: Text = { lv: 'Piemēram, vecāki izvēlējās citu skolu.', en: 'For example, the parents chose another school.' };
const CANDIDATE: Text = { lv: 'Pretendents', en: 'Candidate' };
const ENROL: Text = { lv: 'Uzņemt mācību gada pirmajā dienā', en: 'Enrol on the first day of the school year' };
const ENROL_DO: Text = { lv: 'Uzņemt izvēlētos', en: 'Enrol the chosen' };
const WHOM: Text = { lv: 'Kurus uzņemt', en: 'Whom to enrol' };
const LATER: Text = { lv: 'Norādīs vēlāk', en: 'To be named later' };
