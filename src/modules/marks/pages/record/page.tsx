import type { VNode } from 'preact';
import { same, type Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { RecordPage as Found } from '../../actions/view-record.js';
import { periodName } from '../../domain/periods.js';
import { nameOf, recordPath, W, withReason } from '../words.js';
import { RecordFacts } from './facts.js';

/** What a record is of, as a heading. */
export const headingOf = ({ lang, t }: View, { record, subject }: Found): string => (record.kind === 'absence' ? t(W.absences) : lang === 'lv' ? subject.name : subject.nameEn);

/** One record for those who keep it. */
export function RecordPage({ view, found }: { view: View; found: Found }): VNode {
  const { lang, t } = view;
  const { member, record, period } = found;
  const at = recordPath(record);
  const what = headingOf(view, found);
  const classPath = `/marks/classes/${record.classId}?period=${record.kind === 'absence' ? 'ABSENCE' : period}`;
  const withdrawn = record.state === 'withdrawn';
  return (
    <Page
      {...view.frame}
      title={`${what} – ${t(periodName(period))}`}
      width="work"
      breadcrumbs={[{ text: W.marks, href: '/marks' }, ...(record.classId && member.inScope ? [{ text: W.class, href: withReason(classPath, view.query) }] : []), { text: same(what) }]}
    >
      <h1>{what}</h1>
      {!member.inScope && (
        <Notice lang={lang} title={OTHER_SCHOOL}>
          <p>{t(OTHER_SCHOOL_WHY)}</p>
        </Notice>
      )}
      <RecordFacts view={view} found={found} pupil={<a href={withReason(`/marks/pupils/${member.membershipId}`, view.query)}>{nameOf(member)}</a>}>
        {(found.mayEnter || found.mayCorrect) && (
          <ButtonRow>
            {found.mayCorrect && !withdrawn && <ButtonLink href={`${at}/correct`}>{t(CORRECT)}</ButtonLink>}
            {found.mayEnter && withdrawn && <ButtonLink href={`${at}/enter`}>{t(ENTER_AGAIN)}</ButtonLink>}
            {found.mayCorrect && !withdrawn && <ButtonLink href={`${at}/withdraw`} variant="quiet">{t(WITHDRAW)}</ButtonLink>}
          </ButtonRow>
        )}
      </RecordFacts>
    </Page>
  );
}

const CORRECT: Text = { lv: 'Labot', en: 'Correct' };
const ENTER_AGAIN: Text = { lv: 'Ievadīt no jauna', en: 'Enter anew' };
const WITHDRAW: Text = { lv: 'Atsaukt', en: 'Take back' };
const OTHER_SCHOOL: Text = { lv: 'Iepriekšējās skolas ieraksts', en: 'A record of the earlier school' };
const OTHER_SCHOOL_WHY: Text = { lv: 'Izglītojamais šajā mācību gadā pārnāca pie jums. Jūs ierakstu redzat; labot to var tikai skola, kas to veica.', en: 'The learner came to you during this school year. You see the record; only the school that made it corrects it.' };
