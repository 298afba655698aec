import type { VNode } from 'preact';
import { same, type Text } from '#kernel/text.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { Tabs } from '#ui/tabs.js';
import type { View } from '#web/view.js';
import type { OwnMarks } from '../../actions/own-marks.js';
import type { RecordPage } from '../../actions/view-record.js';
import { periodName } from '../../domain/periods.js';
import { MarksSheet } from '../pupil/sheet.js';
import { RecordFacts } from '../record/facts.js';
import { headingOf } from '../record/page.js';
import { ownRecordPath } from '../words.js';

/** One's own marks and absences, or those of a child one acts for. */
export function OwnMarksPage({ view, own }: { view: View; own: OwnMarks }): VNode {
  const { lang, t } = view;
  const { person, self, wards } = own;
  const people = [self, ...wards].map(({ id, given, family }) => ({ href: `/my/marks?person=${id}`, text: { lv: `${given} ${family}`, en: `${given} ${family}` }, current: id === person.id }));
  return (
    <Page {...view.frame} title={t(MY_MARKS)}>
      <h1>{`${person.given} ${person.family}`}</h1>
      <Lead>{t(LEAD)}</Lead>
      {wards.length > 0 && <Tabs lang={lang} label={WHOSE} items={people} />}
      <MarksSheet view={view} found={own} link={ownRecordPath} />
      <p class="no-print">
        <a href={`/me/looks${person.id === self.id ? '' : `?person=${person.id}`}`}>{t(LOOKS)}</a>
        <br />
        <a href="/my/marks/consents">{t(UNIVERSITIES)}</a>
      </p>
    </Page>
  );
}

/** One record for whom it is about: its whole way, and what it was before. */
export function OwnRecordPage({ view, found }: { view: View; found: RecordPage }): VNode {
  const what = headingOf(view, found);
  return (
    <Page {...view.frame} title={`${what} – ${view.t(periodName(found.period))}`} width="work" breadcrumbs={[{ text: MY_MARKS, href: `/my/marks?person=${found.member.personId}` }, { text: same(what) }]}>
      <h1>{what}</h1>
      <RecordFacts view={view} found={found} pupil={`${found.member.given} ${found.member.family}`} />
    </Page>
  );
}

export const MY_MARKS: Text = { lv: 'Mani un bērnu vērtējumi', en: 'My and my children’s marks' };
const LEAD: Text = { lv: 'Viss, kas par vērtējumiem un kavējumiem ir šajā reģistrā, no visām skolām. Kļūdu labo skola, kas to ierakstīja.', en: 'All that this register holds of marks and absences, of all schools. A mistake is corrected by the school that made it.' };
const WHOSE: Text = { lv: 'Kura vērtējumi', en: 'Whose marks' };
const LOOKS: Text = { lv: 'Kas skatījies šos datus', en: 'Who looked at this data' };
const UNIVERSITIES: Text = { lv: 'Vērtējumi augstskolām: kas tos saņem', en: 'Marks for universities: who receives them' };
