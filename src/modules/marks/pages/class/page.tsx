import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { ClassMarks, ClassPupil } from '../../actions/view-class.js';
import { periodName } from '../../domain/periods.js';
import { nameOf, W, withReason } from '../words.js';
import { MarkCell } from './cell.js';

/** A class: its pupils and what they learn, with what is recorded for a period. Each value leads to its own page. */
export function ClassPage({ view, found }: { view: View; found: ClassMarks }): VNode {
  const { lang, t } = view;
  const { one, period, periods, pupils, columns, due } = found;
  const at = `/marks/classes/${one.id}`;
  const crumbs = [{ text: W.marks, href: '/marks' }, { text: same(one.institution), href: `/marks/institutions/${one.regNr}?year=${one.year}` }, { text: same(one.title) }];
  const named = (to: string) => withReason(to, view.query);
  return (
    <Page {...view.frame} title={`${one.title} – ${t(nameOfPeriod(period))}`} width="work" breadcrumbs={crumbs}>
      <h1>{`${one.title}, ${t(yearName(one.year))}`}</h1>
      <Tabs lang={lang} label={W.period} items={periods.map((known) => ({ href: named(`${at}?period=${known}`), text: nameOfPeriod(known), current: known === period }))} />
      {due && (
        <SummaryList
          lang={lang}
          items={[
            { key: W.due, value: <>{readableDay(due.day)} {found.isOver ? <StatusTag tone="warning">{t(OVER)}</StatusTag> : null}</> },
            { key: WHY_THEN, value: t(due.why) },
          ]}
        />
      )}
      {found.mayEnter && (
        <ButtonRow>
          <ButtonLink href={`${at}/grid${period === 'ABSENCE' ? '' : `?period=${period}`}`}>{t(ENTER_CLASS)}</ButtonLink>
        </ButtonRow>
      )}
      {found.subjects.length > 0 && (
        <FilterForm lang={lang} clearHref={found.subjectId === null ? undefined : named(`${at}?period=${period}`)} hidden={{ period, ...(view.query['reason'] && { reason: view.query['reason'] }) }}>
          <SelectField
            {...fieldsOf({ lang, values: {}, errors: [] })('subject', found.subjectId === null ? '' : String(found.subjectId))}
            label={W.subject}
            options={found.subjects.map(({ id, name, nameEn }) => ({ value: String(id), label: lang === 'lv' ? name : nameEn }))}
            emptyOption={ALL_SUBJECTS}
            optional
          />
        </FilterForm>
      )}
      <div class="class-marks">
        <DataTable
          lang={lang}
          caption={nameOfPeriod(period)}
          captionHidden
          rows={pupils}
          rowKey={(pupil) => pupil.personId}
          empty={{ title: NOBODY, hint: NOBODY_HINT }}
          columns={[
            { key: 'name', header: W.name, rowHeader: true, cell: (pupil) => <PupilName view={view} pupil={pupil} /> },
            ...columns.map((column) => ({
              key: `${column.kind}-${column.item}-${column.period}`,
              header: column.kind === 'absence' ? periodName(column.period) : { lv: column.name, en: column.nameEn },
              cell: (pupil: ClassPupil) => <MarkCell view={view} found={found} pupil={pupil} column={column} />,
            })),
          ]}
        />
      </div>
      {found.records.some(({ institutionId }) => institutionId !== one.institutionId) && <p class="hint">{t(CARRIED)}</p>}
      {period === 'ABSENCE' && <p class="hint">{t(TOTALS)}</p>}
    </Page>
  );
}

function PupilName({ view, pupil }: { view: View; pupil: ClassPupil }): VNode {
  return (
    <>
      <a href={withReason(`/marks/pupils/${pupil.membershipId}`, view.query)}>{nameOf(pupil)}</a>
      {!pupil.isThere && pupil.validTo && <span class="hint">{` ${view.t(fill(LEFT, { day: readableDay(pupil.validTo) }))}`}</span>}
    </>
  );
}

const nameOfPeriod = (period: ClassMarks['period']): Text => (period === 'ABSENCE' ? W.absences : periodName(period));

const OVER: Text = { lv: 'termiņš pagājis', en: 'past due' };
const WHY_THEN: Text = { lv: 'Kā skaitīts', en: 'How it was counted' };
const ENTER_CLASS: Text = { lv: 'Ievadīt visai klasei', en: 'Enter for the whole class' };
const ALL_SUBJECTS: Text = { lv: 'Visi priekšmeti', en: 'All subjects' };
const NOBODY: Text = { lv: 'Šajā periodā klasē neviena nav.', en: 'Nobody is in the class in this period.' };
const NOBODY_HINT: Text = { lv: 'Ieskaitiet izglītojamos klasē sadaļā “Klases un izglītojamie”.', en: 'Place learners in the class under “Classes and learners”.' };
const LEFT: Text = { lv: 'klasē līdz {day}', en: 'in class until {day}' };
const CARRIED: Text = { lv: 'Punktoti pasvītrotais ir no iepriekšējās skolas: to redz, bet labo tikai tā skola.', en: 'What is underlined with dots came from the earlier school: it is seen here, and only that school corrects it.' };
const TOTALS: Text = { lv: 'Stundas: attaisnotas + neattaisnotas.', en: 'Lessons: justified + unjustified.' };
