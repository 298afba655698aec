import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { Radios } from '#ui/form/radios.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ShownAppeal } from '../../actions/appeals.js';
import type { CommissionChoices } from '../../actions/commission-choices.js';
import { ABOUT_WORDS, APPEAL_OUTCOMES, CHANNEL_WORDS, LODGED_WORDS, OUTCOME_OF_APPEAL } from '../../domain/appeals.js';
import { examTitle } from '../../domain/exam-words.js';
import { PointsFields } from '../entry/correction.js';
import { partName, TOTAL } from '../results/sitting.js';
import { contestedPath, partOf } from '../scans/seen.js';
import { SITTINGS } from '../sittings/page.js';
import { perCent, W } from '../words.js';
import { APPEALS, APPEALS_PATH, AppealTag } from './page.js';

/** One appeal: what is contested and why, who decides, and what came of it. */
export function AppealPage({ view, shown, attempt }: { view: View; shown: ShownAppeal; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const { appeal, parts } = shown;
  const title = `${appeal.given} ${appeal.family}`;
  const chosen = reasonOf(view, attempt);
  const reason = chosen ? `?reason=${chosen}` : '';
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[{ text: W.exams }, { text: APPEALS, href: `${APPEALS_PATH}${reason}` }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{title}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.exam, value: t(examTitle(appeal)) },
          { key: W.candidate, value: <a href={`${SITTINGS}/entries/${appeal.entryId}${reason}`}>{`${title}, ${appeal.candidateCode ?? ''}`}</a> },
          { key: W.institution, value: appeal.institution },
          { key: W.state, value: <AppealTag view={view} appeal={appeal} /> },
          { key: ABOUT, value: `${t(ABOUT_WORDS[appeal.about])}${appeal.parts ? `: ${parts.map((part) => partName(view, part)).join('; ')}` : ''}` },
          { key: WHY, value: appeal.reason },
          { key: LODGED, value: `${readableDay(appeal.lodgedOn)}, ${t(LODGED_WORDS[appeal.lodgedBy]).toLowerCase()}, ${t(CHANNEL_WORDS[appeal.channel])}` },
          { key: DUE, value: readableDay(appeal.dueOn) },
          { key: TOTAL, value: appeal.after === null ? perCent(appeal.before, lang) : `${perCent(appeal.before, lang)} → ${perCent(appeal.after, lang)}` },
          ...(appeal.decidedOn ? [{ key: DECISION, value: `${appeal.decisionNr ?? ''}, ${readableDay(appeal.decidedOn)}` }, { key: EXPLANATION, value: appeal.explanation }] : []),
        ]}
      />
      {shown.toSee.length > 0 && (
        <>
          <h2>{t(WORKS)}</h2>
          <ul>
            {shown.toSee.map((one) => (
              <li key={one.workId}>
                <a href={contestedPath(appeal.id, one.part)}>{`${one.candidateCode}-${one.part}, ${t(partOf(one))}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.mayDecide && appeal.state === 'lodged' && shown.toSee.length === 0 && <p class="hint">{t(WORKS_HINT)}</p>}
      {shown.mayDecide && <Commission view={view} shown={shown} attempt={attempt} />}
      {shown.mayDecide && appeal.state === 'lodged' && <Deciding view={view} shown={shown} attempt={attempt} />}
    </Page>
  );
}

/** The reason by which the card was opened, also after a search, which is sent without an address. */
const reasonOf = ({ query }: View, { values }: Attempt): string => query['reason'] ?? (typeof values['reason'] === 'string' ? values['reason'] : '');

function Commission({ view, shown: { appeal, members, needed, joining }, attempt }: { view: View; shown: ShownAppeal; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const open = appeal.state === 'lodged';
  return (
    <>
      <h2>{t(COMMISSION)}</h2>
      <p>{t(fill(NEEDED, { agency: needed.agency, assessors: needed.assessors }))}</p>
      {open && <p>{t(fill(SO_FAR, { agency: members.filter(({ partIn }) => partIn === 'agency').length, assessors: members.filter(({ partIn }) => partIn === 'assessor').length }))}</p>}
      <DataTable
        lang={lang}
        caption={COMMISSION}
        captionHidden
        rows={members}
        rowKey={(one) => one.userId}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'name', header: MEMBER, rowHeader: true, cell: (one) => one.name },
          { key: 'part', header: PART_IN, cell: (one) => t(PART_WORDS[one.partIn]) },
          ...(open ? [{ key: 'do', header: REMOVE, cell: (one: (typeof members)[number]) => <PostButton action={`${APPEALS_PATH}/${appeal.id}/members/remove`} csrf={view.csrf} hidden={{ user: one.userId }} variant="quiet">{t(REMOVE)}<span class="visually-hidden">{` ${one.name}`}</span></PostButton> }] : []),
        ]}
      />
      {joining && <Joining view={view} shown={{ appeal, joining }} attempt={attempt} />}
    </>
  );
}

/** Who may join, found by name; the words of the search stand in no address. */
function Joining({ view, shown: { appeal, joining: { choices, more } }, attempt }: { view: View; shown: { readonly appeal: ShownAppeal['appeal']; readonly joining: CommissionChoices }; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const path = `${APPEALS_PATH}/${appeal.id}/members`;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <>
      <h3>{t(JOINING)}</h3>
      <Form csrf={view.csrf} action={`${path}/find`}>
        <HiddenFields values={{ reason: reasonOf(view, attempt) }} />
        <TextField {...field('member')} label={BY_NAME} width="medium" maxLength={100} optional />
        <ButtonRow>
          <Button variant="secondary">{t(FIND)}</Button>
        </ButtonRow>
      </Form>
      <DataTable
        lang={lang}
        caption={JOINING}
        captionHidden
        rows={choices}
        rowKey={(one) => `${one.userId} ${one.partIn}`}
        empty={{ title: NO_CHOICE, hint: NO_CHOICE_HINT }}
        columns={[
          { key: 'name', header: MEMBER, rowHeader: true, cell: (one) => one.name },
          { key: 'part', header: PART_IN, cell: (one) => t(PART_WORDS[one.partIn]) },
          { key: 'do', header: ADD, cell: (one) => <PostButton action={path} csrf={view.csrf} hidden={{ user: one.userId, partIn: one.partIn }} variant="quiet">{t(ADD)}<span class="visually-hidden">{`: ${one.name}, ${t(PART_WORDS[one.partIn])}`}</span></PostButton> },
        ]}
      />
      {more > 0 && <p class="hint">{t(fill(MORE, { n: more }))}</p>}
    </>
  );
}

function Deciding({ view, shown, attempt }: { view: View; shown: ShownAppeal; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <>
      <h2>{t(DECISION)}</h2>
      <Form csrf={view.csrf} action={`${APPEALS_PATH}/${shown.appeal.id}/decide`}>
        <Radios {...field('outcome')} label={OUTCOME} options={APPEAL_OUTCOMES.map((value) => ({ value, label: OUTCOME_OF_APPEAL[value] }))} />
        <PointsFields view={view} form={shown} attempt={attempt} />
        <TextField {...field('decisionNr')} label={DECISION_NR} width="medium" maxLength={60} />
        <DateField {...field('decidedOn', view.today)} label={DECIDED_ON} max={view.today} />
        <TextArea {...field('explanation')} label={EXPLANATION} hint={EXPLANATION_HINT} rows={4} maxLength={2_000} />
        <ButtonRow>
          <Button>{t(DECIDE)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const ABOUT: Text = { lv: 'Apstrīd', en: 'Contests' };
export const WHY: Text = { lv: 'Pamatojums', en: 'Reasons' };
const LODGED: Text = { lv: 'Iesniegta', en: 'Lodged' };
const DUE: Text = { lv: 'Jāizlemj līdz', en: 'To be decided by' };
const DECISION: Text = { lv: 'Lēmums', en: 'Decision' };
const EXPLANATION: Text = { lv: 'Lēmuma pamatojums', en: 'Reasons of the decision' };
const EXPLANATION_HINT: Text = { lv: 'To redz iesniedzējs un iestāde', en: 'Whoever lodged it and the institution see this' };
const WORKS: Text = { lv: 'Apstrīdētie darbi', en: 'Contested works' };
const WORKS_HINT: Text = { lv: 'Darba skenējumu, ja tāds ir, redz komisijas locekļi.', en: 'The scan of the work, where there is one, is seen by the members of the commission.' };
const COMMISSION: Text = { lv: 'Komisija', en: 'Commission' };
const NEEDED: Text = { lv: 'Vajag vismaz {agency} aģentūras darbiniekus un {assessors} šī pārbaudījuma vērtētājus, kuri nav vērtējuši apstrīdēto darbu.', en: 'At least {agency} staff of the agency and {assessors} assessors of this exam are needed who did not assess the contested work.' };
const NOBODY: Text = { lv: 'Komisija vēl nav izveidota', en: 'The commission is not made up yet' };
const NOBODY_HINT: Text = { lv: 'Pievienojiet locekļus no saraksta zemāk.', en: 'Add members from the list below.' };
const SO_FAR: Text = { lv: 'Tagad komisijā: aģentūras darbinieki – {agency}, vērtētāji – {assessors}.', en: 'In the commission now: staff of the agency – {agency}, assessors – {assessors}.' };
const JOINING: Text = { lv: 'Kas var būt komisijā', en: 'Who can join the commission' };
const BY_NAME: Text = { lv: 'Meklēt pēc vārda vai uzvārda', en: 'Search by name' };
const FIND: Text = { lv: 'Meklēt', en: 'Search' };
const MORE: Text = { lv: 'Ir vēl {n}. Meklējiet pēc vārda vai uzvārda.', en: 'There are {n} more. Search by name.' };
const NO_CHOICE: Text = { lv: 'Neviena cita nav', en: 'There is nobody else' };
const NO_CHOICE_HINT: Text = {
  lv: 'Šeit ir tie, kuriem ir tiesības izlemt apelācijas, un iecelti šī pārbaudījuma vērtētāji, kuri apstrīdēto darbu nav vērtējuši. Tiesības piešķir tiesību administrators, vērtētājus ieceļ pārbaudījuma rezultātu lapā.',
  en: 'Here are those who have the right to decide appeals, and appointed assessors of this exam who did not assess the contested work. Rights are given by the rights administrator, assessors are appointed on the page of the exam’s results.',
};
const MEMBER: Text = { lv: 'Loceklis', en: 'Member' };
const PART_IN: Text = { lv: 'Kā', en: 'As' };
const PART_WORDS: Readonly<Record<'agency' | 'assessor', Text>> = { agency: { lv: 'aģentūras darbinieks', en: 'staff of the agency' }, assessor: { lv: 'vērtētājs', en: 'assessor' } };
const REMOVE: Text = { lv: 'Noņemt', en: 'Remove' };
const ADD: Text = { lv: 'Pievienot komisijai', en: 'Add to the commission' };
const OUTCOME: Text = { lv: 'Iznākums', en: 'Outcome' };
const DECISION_NR: Text = { lv: 'Lēmuma numurs', en: 'Number of the decision' };
const DECIDED_ON: Text = { lv: 'Lēmuma diena', en: 'Day of the decision' };
const DECIDE: Text = { lv: 'Ierakstīt lēmumu', en: 'Record the decision' };
