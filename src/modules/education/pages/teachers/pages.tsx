import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { PositionForm, PositionRow, TeachersPage } from '../../actions/teachers.js';
import { nameOf, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

export function TeachersView({ view, page: { school, day, positions, count, mayKeep } }: { view: View; page: TeachersPage }): VNode {
  const { lang, t } = view;
  return (
    <SchoolFrame view={view} school={school} title={W.teachers} side="teachers" keeps={mayKeep}>
      <StatTiles lang={lang} tiles={[
        { value: number(count.persons, lang), label: PERSONS, detail: ONCE },
        { value: number(count.positions, lang), label: POSITIONS },
        { value: number(count.workload, lang, 2), label: WORKLOADS },
      ]} />
      {mayKeep && (
        <ButtonRow>
          <ButtonLink href={`/education/institutions/${school.regNr}/teachers/new`}>{t(ADD)}</ButtonLink>
        </ButtonRow>
      )}
      <FilterForm lang={lang}>
        <DateField lang={lang} name="on" label={W.day} value={day} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.teachers}
        captionHidden
        rows={positions}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'name', header: W.name, rowHeader: true, cell: (one) => nameOf(one) },
          { key: 'position', header: W.position, cell: (one) => positionOf(one, lang) },
          { key: 'workload', header: W.workload, number: true, cell: (one) => number(one.workload, lang, 3) },
          { key: 'when', header: W.state, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
          ...(mayKeep ? [{ key: 'do', header: ACTIONS, cell: (one: PositionRow) => <a href={`/education/positions/${one.id}`}>{t(CORRECT)}<span class="visually-hidden">{` ${nameOf(one)}`}</span></a> }] : []),
        ]}
      />
    </SchoolFrame>
  );
}

const positionOf = (one: PositionRow, lang: 'lv' | 'en') => (lang === 'lv' ? one.positionLv : one.positionEn);

export function NewPositionPage({ view, attempt, form: { school, kinds } }: { view: View; attempt: Attempt; form: PositionForm }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={school} title={ADD} errors={attempt.errors}>
      <Form csrf={view.csrf}>
        <TextField {...field('code')} label={W.code} width="medium" autoComplete="off" />
        <SelectField {...field('positionCode')} label={W.position} options={kinds.map((kind) => ({ value: kind.code, label: lang === 'lv' ? kind.nameLv : kind.nameEn }))} emptyOption={W.choose} />
        <TextField {...field('workload', '1')} label={W.workload} hint={W.workloadHint} width="short" inputMode="decimal" />
        <DateField {...field('from', today)} label={W.from} />
        <Button>{t(W.save)}</Button>
      </Form>
    </SchoolFrame>
  );
}

export function PositionPage({ view, attempt, form: { position, kinds } }: { view: View; attempt: Attempt; form: { position: PositionRow; kinds: PositionForm['kinds'] } }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const crumbs = [{ text: W.education, href: '/education' }, { text: W.teachers, href: `/education/institutions/${position.regNr}/teachers` }, { text: same(nameOf(position)) }];
  return (
    <Page {...view.frame} title={nameOf(position)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{nameOf(position)}</h1>
      <p>{`${positionOf(position, lang)}, ${t(W.from).toLowerCase()} ${readableDay(position.validFrom)}`}</p>
      <Form csrf={view.csrf}>
        <SelectField {...field('positionCode', position.positionCode)} label={W.position} options={kinds.map((kind) => ({ value: kind.code, label: lang === 'lv' ? kind.nameLv : kind.nameEn }))} />
        <TextField {...field('workload', number(position.workload, lang, 3))} label={W.workload} hint={CHANGE_HINT} width="short" inputMode="decimal" />
        <DateField {...field('from', position.validFrom)} label={W.from} />
        <DateField {...field('lastDay', position.validTo ? addDays(position.validTo, -1) : '')} label={LAST_DAY} optional />
        <Button>{t(W.save)}</Button>
      </Form>
      <PostButton action={`/education/positions/${position.id}/withdraw`} csrf={view.csrf} variant="danger">
        {t(WITHDRAW)}
      </PostButton>
    </Page>
  );
}

const PERSONS: Text = { lv: 'Pedagogi', en: 'Teachers' };
const ONCE: Text = { lv: 'katrs vienreiz, ar likmi virs 0', en: 'each once, with a workload above 0' };
const POSITIONS: Text = { lv: 'Amati', en: 'Positions' };
const WORKLOADS: Text = { lv: 'Likmes kopā', en: 'Workload in all' };
const ADD: Text = { lv: 'Reģistrēt pedagoga amatu', en: 'Register a teacher’s position' };
const NONE: Text = { lv: 'Šajā dienā pedagogu nav.', en: 'There are no teachers on that day.' };
const NONE_HINT: Text = { lv: 'Izvēlieties citu dienu vai reģistrējiet amatu.', en: 'Choose another day, or register a position.' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const CORRECT: Text = { lv: 'Labot vai izbeigt', en: 'Correct or end' };
const CHANGE_HINT: Text = { lv: 'Labo kļūdu. Ja likme mainās no kādas dienas, izbeidziet šo amatu un reģistrējiet jaunu.', en: 'This corrects a mistake. Where it changes from a day on, end this position and register a new one.' };
const LAST_DAY: Text = { lv: 'Pēdējā diena amatā', en: 'Last day in the position' };
const WITHDRAW: Text = { lv: 'Atsaukt kā kļūdainu', en: 'Take back as wrong' };
