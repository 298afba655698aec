import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { NationalDays } from '../../actions/national-day.js';
import { WORDS } from './words.js';

export const NATIONAL_DAY_PATH = '/sign-in-programme/national-day';

/** From which day the whole country signs in by two factors, on what basis, and what was set before. */
export function NationalDayPage({ view, days, attempt, leadsAll }: { view: View; days: NationalDays; attempt: Attempt; leadsAll: boolean }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Lead>{t({ lv: `No ${readableDay(days.day)} visā valstī jāpierakstās ar diviem līdzekļiem.`, en: `From ${readableDay(days.day)} everybody in the country signs in by two factors.` })}</Lead>
      <p>{t(MEANING)}</p>
      <DataTable
        lang={lang}
        caption={HISTORY}
        rows={days.history}
        rowKey={(one) => one.id}
        columns={[
          { key: 'day', header: DAY, rowHeader: true, cell: (one) => readableDay(one.secondFactorFrom) },
          { key: 'basis', header: WORDS.basis, cell: (one) => <span lang="lv">{one.basis}</span> },
          { key: 'set', header: SET_AT, cell: (one) => instant(one.recordedAt) },
          { key: 'by', header: SET_BY, cell: (one) => t(FIRST[one.recordedBy] ?? { lv: one.recordedBy, en: one.recordedBy }) },
          { key: 'until', header: REPLACED, cell: (one) => (one.supersededAt ? instant(one.supersededAt) : '–') },
        ]}
      />
      {leadsAll && (
        <>
          <h2>{t(CHANGE)}</h2>
          <Form csrf={view.csrf}>
            <DateField {...field('secondFactorFrom', days.day)} label={DAY} hint={DAY_HINT} />
            <TextField {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} width="full" />
            <ButtonRow>
              <Button>{t(SAVE)}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Page>
  );
}

const TITLE: Text = { lv: 'Valstī noteiktā diena', en: 'The day for the country' };
const MEANING: Text = {
  lv: 'Tā ir spēkā visur, kur pašvaldība nav noteikusi agrāku dienu, un arī tiem, kas nestrādā nevienā pašvaldībā. Kam tad otra līdzekļa vēl nav, pierakstoties to pievieno, pirms atveras viss pārējais.',
  en: 'It holds wherever a municipality has not set an earlier day, and for those who work for none. Whoever has no second factor by then adds one at sign-in before anything else opens.',
};
const HISTORY: Text = { lv: 'Kas ir un bija noteikts', en: 'What is and was set' };
const DAY: Text = { lv: 'No dienas', en: 'From the day' };
const DAY_HINT: Text = { lv: 'Par izmaiņu uzzinās visu pašvaldību atbildīgie', en: 'Those responsible in all municipalities will be told' };
const SET_AT: Text = { lv: 'Noteikts', en: 'Set' };
const SET_BY: Text = { lv: 'Kas noteica', en: 'Set by' };
const REPLACED: Text = { lv: 'Aizstāts', en: 'Replaced' };
const CHANGE: Text = { lv: 'Noteikt citu dienu', en: 'Set another day' };
const BASIS_HINT: Text = { lv: 'Tiesību akts vai rīkojums ar datumu un numuru', en: 'The act or order, with its date and number' };
const SAVE: Text = { lv: 'Noteikt dienu', en: 'Set the day' };
/** Who set what came with the program, in words. */
const FIRST: Readonly<Record<string, Text>> = {
  migration: { lv: 'programmas sākumvērtība', en: 'initial value of the program' },
  'made-up data': { lv: 'izdomātie dati', en: 'made-up data' },
};
