import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { CardGrid } from '#ui/card-grid.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { EmptyState } from '#ui/empty-state.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { counted, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { SchoolChoices } from '../../actions/school-choices.js';
import type { Forgotten, SchoolStart } from '../../actions/start-page.js';
import { CLASS_KINDS, isInGrade } from '../../domain/class-kinds.js';
import { yearName } from '../../domain/school-year.js';
import { CLASSES, nameOf, PUPILS, W } from '../pupil-words.js';
import { SchoolFrame } from './frame.js';

/** The institutions of whoever is responsible for several. */
export function SchoolsPage({ view, choices }: { view: View; choices: SchoolChoices }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.education)} width="work">
      <h1>{t(W.education)}</h1>
      <Lead>{t(SCHOOLS_LEAD)}</Lead>
      <ButtonRow>
        <ButtonLink href="/education/pupils" variant="secondary">
          {t(FIND_PUPIL)}
        </ButtonLink>
      </ButtonRow>
      <FilterForm lang={lang} clearHref={view.query['words'] ? '/education' : undefined}>
        <TextField {...fieldsOf({ lang, values: view.query, errors: [] })('words')} label={W.institution} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={INSTITUTIONS}
        captionHidden
        rows={choices.schools}
        rowKey={(school) => school.id}
        empty={{ title: NO_SCHOOLS, hint: NO_SCHOOLS_HINT }}
        paging={pagingByKey(view, { shown: choices.schools.length, next: choices.next })}
        columns={[
          { key: 'name', header: W.institution, rowHeader: true, cell: (school) => <a href={`/education/institutions/${school.regNr}`}>{school.name}</a> },
          { key: 'nr', header: REG_NR, cell: (school) => school.regNr },
          { key: 'classes', header: W.classes, number: true, cell: (school) => number(school.classes, lang) },
          { key: 'pupils', header: W.pupils, number: true, cell: (school) => number(school.pupils, lang) },
        ]}
      />
    </Page>
  );
}

/** This year's classes of an institution, and what waits. */
export function SchoolPage({ view, start }: { view: View; start: SchoolStart }): VNode {
  const { lang, t } = view;
  const { school, year, years, current, classes, may } = start;
  const at = `/education/institutions/${school.regNr}`;
  const field = fieldsOf({ lang, values: {}, errors: [] });
  const total = classes.filter((one) => isInGrade(one.kind) || one.kind === 'preschool').reduce((sum, one) => sum + one.pupils, 0);
  return (
    <SchoolFrame view={view} school={school} title={same(school.name)} side="classes" keeps={may.keepPupils}>
      {school.closedOn !== null && <Notice lang={lang} tone="warning" title={fill(CLOSED, { day: readableDay(school.closedOn) })} />}
      {may.keepPupils && year.year === current && <WaitingTiles view={view} start={start} />}
      <FilterForm lang={lang}>
        <SelectField {...field('year', String(year.year))} label={W.year} options={years.map((one) => ({ value: String(one.year), label: yearName(one.year) }))} />
      </FilterForm>
      <ButtonRow>
        {may.keepPupils && <ButtonLink href={`${at}/enrol`}>{t(ENROL)}</ButtonLink>}
        <ButtonLink href="/education/pupils" variant="secondary">
          {t(FIND_PUPIL)}
        </ButtonLink>
        {may.keepClasses && (
          <ButtonLink href={`${at}/classes/new?year=${year.year}`} variant="secondary">
            {t(NEW_CLASS)}
          </ButtonLink>
        )}
        {may.keepClasses && (
          <PostButton action={`${at}/copy-groups`} csrf={view.csrf} hidden={{ year: String(year.year) }} variant="secondary">
            {t(COPY)}
          </PostButton>
        )}
      </ButtonRow>
      <h2>{`${t(yearName(year.year))} ${t(YEAR_OF)}: ${counted(classes.length, CLASSES, lang)}, ${counted(total, PUPILS, lang)}`}</h2>
      {classes.length === 0 ? (
        <EmptyState lang={lang} title={NO_CLASSES} hint={NO_CLASSES_HINT} />
      ) : (
        <CardGrid
          lang={lang}
          cards={classes.map((one) => ({
            href: `/education/classes/${one.id}`,
            title: one.title,
            text: `${counted(one.pupils, PUPILS, lang)}${one.kind === 'class' ? '' : ` · ${t(CLASS_KINDS[one.kind])}`}`,
            detail: (
              <>
                <p class="hint">{one.teacher ?? t(NO_TEACHER)}</p>
                {isInGrade(one.kind) && !one.hasPlan && <p><StatusTag tone="warning">{t(NO_PLAN)}</StatusTag></p>}
              </>
            ),
          }))}
        />
      )}
    </SchoolFrame>
  );
}

function WaitingTiles({ view, start: { school, waiting } }: { view: View; start: SchoolStart }): VNode {
  const at = `/education/institutions/${school.regNr}`;
  const tile = (value: number, label: Text, href: string) => ({ value: number(value, view.lang), label, ...(value > 0 && { href }) });
  return (
    <StatTiles
      lang={view.lang}
      tiles={[
        tile(waiting.transfersToAnswer, TO_ANSWER, `${at}/transfers`),
        tile(waiting.transfersUnderWay, UNDER_WAY, `${at}/transfers`),
        tile(waiting.candidates, W.candidates, `${at}/candidates`),
        tile(waiting.withoutClass, WITHOUT_CLASS, `${at}/to-do/without-class`),
        tile(waiting.leaversInGroups, LEAVERS, `${at}/to-do/leavers`),
      ]}
    />
  );
}

export const ToPutInOrderPage = ({ view, found: { school, kind, rows } }: { view: View; found: Forgotten }): VNode => (
  <SchoolFrame view={view} school={school} title={kind === 'leavers' ? LEAVERS : WITHOUT_CLASS}>
    <Lead>{view.t(kind === 'leavers' ? LEAVERS_LEAD : WITHOUT_CLASS_LEAD)}</Lead>
    <DataTable
      lang={view.lang}
      caption={kind === 'leavers' ? LEAVERS : WITHOUT_CLASS}
      captionHidden
      rows={rows}
      rowKey={(row) => row.membershipId}
      empty={{ title: ALL_IN_ORDER }}
      columns={[
        { key: 'name', header: W.name, rowHeader: true, cell: (row) => <a href={`/education/pupils/${row.personId}`}>{nameOf(row)}</a> },
        { key: 'programme', header: W.programme, cell: (row) => (view.lang === 'lv' ? row.programmeLv : row.programmeEn) },
        { key: 'from', header: W.from, cell: (row) => readableDay(row.validFrom) },
        { key: 'do', header: TO_DO, cell: (row) => <a href={`/education/memberships/${row.membershipId}/${kind === 'leavers' ? 'end' : 'place'}`}>{view.t(kind === 'leavers' ? END : PLACE)}</a> },
      ]}
    />
  </SchoolFrame>
);

const INSTITUTIONS: Text = { lv: 'Iestādes', en: 'Institutions' };
const SCHOOLS_LEAD: Text = { lv: 'Iestādes, kuru klases un izglītojamos varat redzēt: klašu skaits šajā mācību gadā un izglītojamie šodien.', en: 'Institutions whose classes and learners you may see: classes of this school year and learners today.' };
const NO_SCHOOLS: Text = { lv: 'Nav nevienas iestādes ar klasēm.', en: 'There is no institution with classes.' };
const NO_SCHOOLS_HINT: Text = { lv: 'Mainiet meklēto vai pārbaudiet savas tiesības sadaļā “Manas tiesības”.', en: 'Change the words, or check your rights under “My rights”.' };
const REG_NR: Text = { lv: 'Reģistrācijas numurs', en: 'Registration number' };
const CLOSED: Text = { lv: 'Iestāde slēgta {day} Izbeidziet vai pārceliet atlikušās piederības.', en: 'The institution closes on {day} End or transfer the memberships that remain.' };
const FIND_PUPIL: Text = { lv: 'Meklēt izglītojamo', en: 'Find a learner' };
const ENROL: Text = { lv: 'Uzņemt izglītojamo', en: 'Enrol a learner' };
const NEW_CLASS: Text = { lv: 'Jauna klase vai grupa', en: 'New class or group' };
const COPY: Text = { lv: 'Nokopēt pagājušā gada grupas', en: 'Copy last year’s groups' };
const YEAR_OF: Text = { lv: 'mācību gads', en: 'school year' };
const NO_CLASSES: Text = { lv: 'Šajā mācību gadā klašu vēl nav.', en: 'There are no classes in this school year yet.' };
const NO_CLASSES_HINT: Text = { lv: 'Izveidojiet klasi vai pabeidziet iepriekšējā gada pārcelšanu sadaļā “Gada noslēgums”.', en: 'Make a class, or complete the promotion of the year before under “End of the year”.' };
const NO_PLAN: Text = { lv: 'nav mācību plāna', en: 'no plan of subjects' };
const NO_TEACHER: Text = { lv: 'Audzinātājs nav norādīts', en: 'No class teacher named' };
const TO_ANSWER: Text = { lv: 'Pārcelšanās lūgumi gaida atbildi', en: 'Transfer requests to answer' };
const UNDER_WAY: Text = { lv: 'Pārcelšanās notiek', en: 'Transfers under way' };
const WITHOUT_CLASS: Text = { lv: 'Izglītojamie bez klases', en: 'Learners without a class' };
const LEAVERS: Text = { lv: 'Aizgājušie, kas palikuši grupās', en: 'Leavers still in groups' };
const WITHOUT_CLASS_LEAD: Text = { lv: 'Izglītojamie, kas šodien nav nevienā šī mācību gada klasē vai grupā.', en: 'Learners who are in no class or group of this school year today.' };
const LEAVERS_LEAD: Text = { lv: 'Pamata piederība ir beigusies, bet papildu piederība šajā iestādē turpinās.', en: 'The main membership has ended, but one beside it goes on in this institution.' };
const ALL_IN_ORDER: Text = { lv: 'Viss ir sakārtots.', en: 'Everything is in order.' };
const TO_DO: Text = { lv: 'Darāmais', en: 'To do' };
const END: Text = { lv: 'Izbeigt piederību', en: 'End the membership' };
const PLACE: Text = { lv: 'Ieskaitīt klasē', en: 'Place in a class' };
