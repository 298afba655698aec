import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Details } from '#ui/details.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import type { View } from '#web/view.js';
import type { NilReports } from '../../actions/nil-reports.js';
import { periodName } from '../../domain/periods.js';
import { W } from '../words.js';

/** Periods without unjustified absences: said so, or not entered at all. */
export function NilPage({ view, reports: { school, years, periods, mayReport } }: { view: View; reports: NilReports }): VNode {
  const { lang, t } = view;
  const year = years.year.year;
  const at = `/marks/institutions/${school.regNr}`;
  return (
    <Page {...view.frame} title={t(W.nil)} width="work" breadcrumbs={[{ text: W.marks, href: '/marks' }, { text: same(school.name), href: `${at}?year=${year}` }, { text: W.nil }]}>
      <h1>{t(W.nil)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <FilterForm lang={lang}>
        <SelectField {...fieldsOf({ lang, values: {}, errors: [] })('year', String(year))} label={W.year} options={years.years.map((one) => ({ value: String(one.year), label: yearName(one.year) }))} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.nil}
        captionHidden
        rows={periods}
        rowKey={({ period }) => period}
        empty={{ title: NOT_BEGUN, hint: NOT_BEGUN_HINT }}
        columns={[
          { key: 'period', header: W.period, rowHeader: true, cell: ({ period }) => t(periodName(period)) },
          { key: 'state', header: STATE, cell: ({ report, pupils }) => <State view={view} reported={report !== undefined} pupils={pupils} /> },
          { key: 'at', header: REPORTED_AT, cell: ({ report }) => (report ? instant(report.reportedAt) : '') },
          ...(mayReport
            ? [{
                key: 'do', header: ACTIONS,
                cell: ({ period, report, pupils, endsOn }: NilReports['periods'][number]) =>
                  report ? (
                    <PostButton action={`${at}/nil/take-back`} csrf={view.csrf} hidden={{ year: String(year), period }} variant="quiet">
                      {t(TAKE_BACK)}
                      <span class="visually-hidden">{` ${t(periodName(period))}`}</span>
                    </PostButton>
                  ) : pupils > 0 ? null : endsOn ? (
                    <Details summary={<>{t(fill(ENDS, { day: readableDay(endsOn) }))}<span class="visually-hidden">{` ${t(periodName(period))}`}</span></>}>
                      <PostButton action={`${at}/nil`} csrf={view.csrf} hidden={{ year: String(year), period, nothingWillCome: 'yes' }} variant="secondary">
                        {t(NOTHING_WILL_COME)}
                        <span class="visually-hidden">{` ${t(periodName(period))}`}</span>
                      </PostButton>
                    </Details>
                  ) : (
                    <PostButton action={`${at}/nil`} csrf={view.csrf} hidden={{ year: String(year), period }}>
                      {t(REPORT)}
                      <span class="visually-hidden">{` ${t(periodName(period))}`}</span>
                    </PostButton>
                  ),
              }]
            : []),
        ]}
      />
    </Page>
  );
}

function State({ view: { t }, reported, pupils }: { view: View; reported: boolean; pupils: number }): VNode {
  if (reported && pupils > 0) return <StatusTag tone="danger">{t(fill(CONTRADICTED, { pupils }))}</StatusTag>;
  if (reported) return <StatusTag tone="success">{t(REPORTED)}</StatusTag>;
  return pupils > 0 ? <StatusTag tone="info">{t(fill(SOME, { pupils }))}</StatusTag> : <StatusTag tone="warning">{t(NOTHING)}</StatusTag>;
}

const LEAD: Text = {
  lv: 'Ja periodā neviens nav kavējis bez attaisnojuma, ziņojiet to: “nav ievadīts” un “nav kavējumu” nav viens un tas pats.',
  en: 'If nobody was absent without justification in a period, report it: “not entered” and “no absences” are not the same.',
};
const STATE: Text = { lv: 'Stāvoklis', en: 'State' };
const REPORTED_AT: Text = { lv: 'Ziņots', en: 'Reported' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const REPORT: Text = { lv: 'Ziņot, ka nav', en: 'Report none' };
const ENDS: Text = { lv: 'Beidzas {day}', en: 'Ends on {day}' };
const NOTHING_WILL_COME: Text = { lv: 'Nekas vairs nenāks: ziņot, ka nav', en: 'Nothing more will come: report none' };
const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
const REPORTED: Text = { lv: 'ziņots, ka nav', en: 'none reported' };
const NOTHING: Text = { lv: 'nav ziņots', en: 'not reported' };
const SOME: Text = { lv: 'ir kavējumi: {pupils} skolēniem', en: 'absences of {pupils} pupils' };
const CONTRADICTED: Text = { lv: 'ziņots, ka nav, bet ievadīti {pupils} skolēniem', en: 'none reported, yet entered for {pupils} pupils' };
const NOT_BEGUN: Text = { lv: 'Šis mācību gads vēl nav sācies.', en: 'This school year has not begun yet.' };
const NOT_BEGUN_HINT: Text = { lv: 'Izvēlieties citu mācību gadu.', en: 'Choose another school year.' };
