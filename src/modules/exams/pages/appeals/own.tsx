import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { ABOUT_WORDS, APPEAL_ABOUT } from '../../domain/appeals.js';
import { examTitle } from '../../domain/exam-words.js';
import type { OwnAppeals } from '../../actions/own-appeals.js';
import { ShortLink } from '../frame.js';
import { partName, TOTAL } from '../results/sitting.js';
import { OWN_WORKS, OWN_WORKS_PATH } from '../scans/seen.js';
import { perCent, W } from '../words.js';
import { WHY } from './card.js';
import { AppealTag } from './page.js';

export const OWN_APPEALS_PATH = '/my/exam-appeals';
export const OWN_APPEALS: Text = { lv: 'Manas apelācijas', en: 'My appeals' };

/** What everybody writes who contests a result: about what, which parts, why. */
export function AppealFields({ view, parts, attempt }: { view: View; parts: readonly { readonly number: number; readonly nameLv: string; readonly nameEn: string }[]; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <>
      <Radios {...field('about', 'mark')} label={ABOUT} options={APPEAL_ABOUT.map((value) => ({ value, label: ABOUT_WORDS[value] }))} />
      <Checkboxes {...field('parts', [])} label={PARTS} hint={PARTS_HINT} options={parts.map((part) => ({ value: String(part.number), label: partName(view, part) }))} optional />
      <TextArea {...field('reason')} label={WHY} hint={WHY_HINT} rows={6} maxLength={2_000} />
    </>
  );
}

/** One's own appeals, and those about one's children. */
export function OwnAppealsPage({ view, own: { appeals, open } }: { view: View; own: OwnAppeals }): VNode {
  const { t, lang } = view;
  return (
    <Page {...view.frame} title={t(OWN_APPEALS)} width="work" breadcrumbs={[{ text: OWN_APPEALS }]}>
      <h1>{t(OWN_APPEALS)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>
        <a href={OWN_WORKS_PATH}>{t(OWN_WORKS)}</a>
      </p>
      {open.length > 0 && (
        <DataTable
          lang={lang}
          caption={OPEN}
          rows={open}
          rowKey={(one) => one.entryId}
          columns={[
            { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => t(examTitle(one)) },
            { key: 'who', header: W.candidate, cell: (one) => `${one.given} ${one.family}` },
            { key: 'total', header: TOTAL, number: true, cell: (one) => perCent(one.total, lang) },
            { key: 'until', header: UNTIL, cell: (one) => readableDay(one.until) },
            { key: 'do', header: CONTEST, cell: (one) => (one.byRepresentative ? t(BY_REPRESENTATIVE) : <ShortLink href={`${OWN_APPEALS_PATH}/${one.entryId}`} text={t(CONTEST)} about={`${t(examTitle(one))}, ${one.given} ${one.family}`} />) },
          ]}
        />
      )}
      <DataTable
        lang={lang}
        caption={OWN_APPEALS}
        captionHidden
        rows={appeals}
        rowKey={(one) => one.id}
        empty={{ title: NONE, hint: NONE_HINT }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => t(examTitle(one)) },
          { key: 'who', header: W.candidate, cell: (one) => `${one.given} ${one.family}` },
          { key: 'lodged', header: LODGED_ON, cell: (one) => readableDay(one.lodgedOn) },
          { key: 'due', header: DUE_ON, cell: (one) => readableDay(one.dueOn) },
          { key: 'total', header: TOTAL, cell: (one) => (one.after === null ? perCent(one.before, lang) : `${perCent(one.before, lang)} → ${perCent(one.after, lang)}`) },
          { key: 'state', header: W.state, cell: (one) => <><AppealTag view={view} appeal={one} />{one.explanation && <p lang="lv">{one.explanation}</p>}</> },
        ]}
      />
    </Page>
  );
}

const ABOUT: Text = { lv: 'Ko apstrīdat', en: 'What is contested' };
const PARTS: Text = { lv: 'Kuras daļas', en: 'Which parts' };
const PARTS_HINT: Text = { lv: 'Neatzīmējiet nevienu, ja apstrīdat visu vērtējumu', en: 'Choose none to contest the whole mark' };
const WHY_HINT: Text = { lv: 'Kas, jūsuprāt, novērtēts nepareizi vai pārkāpts; bez ziņām par veselību', en: 'What in your view was assessed wrongly or broken; without anything about health' };
const LEAD: Text = { lv: 'Šeit redzams, kā izskata jūsu un jūsu bērnu apelācijas.', en: 'How your appeals and those of your children are being heard.' };
const OPEN: Text = { lv: 'Rezultāti, ko vēl var apstrīdēt', en: 'Results that can still be contested' };
/** Said in place of the way to contest where a minor looks at their own results. */
export const BY_REPRESENTATIVE: Text = { lv: 'Līdz 18 gadiem iesniedz vecāks vai aizbildnis', en: 'Until the age of 18 a parent or guardian lodges it' };
const UNTIL: Text = { lv: 'Līdz', en: 'Until' };
const CONTEST: Text = { lv: 'Apstrīdēt', en: 'Contest' };
const LODGED_ON: Text = { lv: 'Iesniegta', en: 'Lodged' };
const DUE_ON: Text = { lv: 'Izlems līdz', en: 'To be decided by' };
const NONE: Text = { lv: 'Apelāciju nav', en: 'There are no appeals' };
const NONE_HINT: Text = { lv: 'Apelāciju iesniedz no eksāmena rezultāta mēneša laikā pēc tā paziņošanas.', en: 'An appeal is lodged from the result of an exam, within a month of its publication.' };
