import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';
import { yearName } from '#modules/education/public.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { OwnClasses } from '../../actions/own-classes.js';

/** Where a teacher begins: the classes, each with what is theirs to fill in. */
export function ClassesPage({ view, own: { classes, years, whole } }: { view: View; own: OwnClasses }): VNode {
  const { lang, t } = view;
  const several = new Set(classes.map(({ regNr }) => regNr)).size > 1;
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: TITLE }]}>
      <h1>{t(TITLE)}</h1>
      <Lead>{t(fill(LEAD, { year: t(yearName(years.year.year)) }))}</Lead>
      <DataTable
        lang={lang}
        caption={TITLE}
        captionHidden
        rows={classes}
        rowKey={({ id }) => id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'class', header: CLASS, rowHeader: true, cell: ({ id, title }) => <a href={`/marks/classes/${id}/grid`}>{title}</a> },
          ...(several ? [{ key: 'school', header: SCHOOL, cell: ({ institution }: OwnClasses['classes'][number]) => institution }] : []),
          {
            key: 'subjects', header: WHAT,
            cell: ({ id, isClassTeacher, subjects }) =>
              whole || isClassTeacher ? (
                t(whole ? EVERYTHING : CLASS_TEACHER)
              ) : (
                subjects.map((subject, at) => (
                  <>
                    {at > 0 && ', '}
                    <a href={`/marks/classes/${id}/grid?subject=${subject.id}`}>{lang === 'lv' ? subject.name : subject.nameEn}</a>
                  </>
                ))
              ),
          },
          { key: 'absences', header: MORE, cell: ({ id, title, isClassTeacher }) => (whole || isClassTeacher ? <a href={`/marks/classes/${id}/grid?subject=absences`}>{t(ABSENCES)}<span class="visually-hidden">{` ${title}`}</span></a> : null) },
          { key: 'template', header: TEMPLATE, cell: ({ id, title, grade }) => (grade === null ? null : <a href={`/marks/template?class=${id}`}>{t(EXCEL)}<span class="visually-hidden">{` ${title}`}</span></a>) },
        ]}
      />
    </Page>
  );
}

const TITLE: Text = { lv: 'Ievade klasēs', en: 'Entry in classes' };
const LEAD: Text = { lv: '{year} mācību gads. Atveriet klasi un rakstiet kā tabulā: saglabājas pats.', en: 'School year {year}. Open a class and type as in a spreadsheet: it saves by itself.' };
const NONE: Text = { lv: 'Jums nav nevienas klases.', en: 'You have no class.' };
const NONE_HINT: Text = { lv: 'Lietvedis klases mācību plānā norāda, kurš ko māca, un klasei – audzinātāju.', en: 'The school secretary says in the plan of a class who teaches what, and who its class teacher is.' };
const CLASS: Text = { lv: 'Klase', en: 'Class' };
const SCHOOL: Text = { lv: 'Iestāde', en: 'Institution' };
const WHAT: Text = { lv: 'Ko aizpildāt', en: 'What you fill in' };
const EVERYTHING: Text = { lv: 'Visi priekšmeti', en: 'All subjects' };
const CLASS_TEACHER: Text = { lv: 'Jūs esat audzinātājs: visi priekšmeti', en: 'You are the class teacher: all subjects' };
const MORE: Text = { lv: 'Kavējumi', en: 'Absences' };
const ABSENCES: Text = { lv: 'Kavējumi', en: 'Absences' };
const TEMPLATE: Text = { lv: 'Veidne', en: 'Template' };
const EXCEL: Text = { lv: 'Excel veidne', en: 'Excel template' };
