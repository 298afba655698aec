import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { BarChart } from '#ui/chart/bar-chart.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import { unitInAddress } from '../../actions/people-of.js';
import type { Board } from '../../actions/read-board.js';
import { FACTOR_NAMES, FACTORS } from '../../domain/factors.js';
import { READINESS, READINESS_NAMES, READINESS_TONES, stillToDo, STRENGTH_NAMES, STRENGTHS, strengthOf, wouldBeLockedOut } from '../../domain/readiness.js';
import { Asked, Ends } from './ends.js';
import { Offers } from './offers.js';
import { STAGE_NAMES, WORDS } from './words.js';

export interface BoardPageProps {
  readonly view: View;
  readonly board: Board;
  readonly attempt: Attempt;
  /** May change what is shown. */
  readonly leads: boolean;
}

/** How ready one municipality is, who would be locked out, and what each still has to do. */
export function BoardPage({ view, board, attempt, leads }: BoardPageProps): VNode {
  const { lang, t } = view;
  const path = `/sign-in-programme/${unitInAddress(board.unitId)}`;
  const at = { path, query: view.query };
  const field = fieldsOf({ lang, values: view.query, errors: [] });
  const file = (format: string) => hrefWith({ path: `${path}/export`, query: view.query }, { format, after: undefined, seen: undefined });
  return (
    <Page {...view.frame} title={`${t(WORDS.title)}: ${t(board.name)}`} width="work" breadcrumbs={[{ text: WORDS.title, href: '/sign-in-programme' }, { text: board.name }]}>
      <ErrorSummary lang={lang} errors={attempt.errors.filter(({ field: one }) => one !== '')} />
      <h1>{t(board.name)}</h1>
      <Refused view={view} attempt={attempt} />
      <Gate view={view} board={board} path={path} leads={leads} />
      {leads && board.ended && board.asked && <Asked view={view} asked={board.asked} path={path} />}
      <Offers view={view} board={board} leads={leads} />
      {board.offers.length > 0 && <h2>{t(OWN_POLICY)}</h2>}
      <PolicyFacts view={view} board={board} />
      {leads && <Doings view={view} path={path} board={board} />}
      <BarChart lang={lang} title={{ lv: `Lietotāji pēc gatavības ${readableDay(board.day)}`, en: `Users by readiness on ${readableDay(board.day)}` }} series={[{ label: WORDS.users }]} rows={READINESS.map((one) => ({ label: READINESS_NAMES[one], values: [board.counts[one]] }))} />
      <BarChart lang={lang} title={STRENGTH} series={[{ label: WORDS.users }]} rows={STRENGTHS.map((one) => ({ label: STRENGTH_NAMES[one], values: [board.strengths[one]] }))} />
      {board.technical > 0 && <p class="hint">{t({ lv: `Tehniskie lietotāji, ar kuru tiesībām strādā sistēmas, nav skaitīti: ${board.technical}.`, en: `Technical users, with whose rights systems work, are not counted: ${board.technical}.` })}</p>}
      <h2 id="people">{t(PEOPLE)}</h2>
      <FilterForm lang={lang} clearHref={path}>
        <TextField {...field('words')} label={SEARCH} width="medium" optional />
        <SelectField {...field('readiness')} label={WORDS.readiness} emptyOption={ALL} options={READINESS.map((one) => ({ value: one, label: READINESS_NAMES[one] }))} optional />
        <DateField {...field('on', board.day)} label={ON_DAY} hint={ON_DAY_HINT} min={view.today} optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={PEOPLE}
        captionHidden
        rows={board.people}
        rowKey={(person) => person.id}
        empty={{ title: NOBODY }}
        paging={pagingByKey(at, { shown: board.people.length, total: board.found, next: board.next })}
        exports={{ xlsx: file('xlsx'), csv: file('csv') }}
        columns={[
          { key: 'name', header: WORDS.name, rowHeader: true, cell: (person) => person.name },
          { key: 'institution', header: INSTITUTION, cell: (person) => person.institution ?? '' },
          { key: 'readiness', header: WORDS.readiness, cell: (person) => <StatusTag tone={READINESS_TONES[person.readiness]}>{t(READINESS_NAMES[person.readiness])}</StatusTag> },
          { key: 'means', header: WORDS.means, cell: (person) => <MeansCell view={view} person={person} /> },
          { key: 'todo', header: TO_DO, cell: (person) => { const todo = stillToDo(person.readiness, board.advised, board.ended); return todo ? t(todo) : ''; } },
          {
            key: 'exception',
            header: EXCEPTION,
            cell: (person) =>
              person.exceptedUntil && (
                <>
                  {t({ lv: `līdz ${readableDay(addDays(person.exceptedUntil, -1))}`, en: `until ${readableDay(addDays(person.exceptedUntil, -1))}` })}
                  {leads && (
                    <PostButton action={`${path}/exceptions/end`} csrf={view.csrf} hidden={{ id: person.id }} variant="quiet">
                      {t(END)}
                    </PostButton>
                  )}
                </>
              ),
          },
          { key: 'last', header: LAST, cell: (person) => (person.lastSignIn ? instant(person.lastSignIn) : '–') },
        ]}
      />
      <Ends view={view} board={board} path={path} leads={leads} attempt={attempt} />
    </Page>
  );
}

/** What somebody has, each marked by whether it opens their account once passwords have ended, and how strong that is. */
const MeansCell = ({ view: { t }, person: { means, ways } }: { view: View; person: Board['people'][number] }): VNode => (
  <>
    {means.map((one) => (
      <>
        <StatusTag key={one} tone={ways.includes(one) ? 'success' : 'neutral'}>{t(FACTOR_NAMES[one])}</StatusTag>{' '}
      </>
    ))}
    <span class="hint">{t(STRENGTH_NAMES[strengthOf(ways)])}</span>
  </>
);

/** A button refused: nothing was typed that could be checked. */
const Refused = ({ view: { lang, t }, attempt }: { view: View; attempt: Attempt }): VNode => (
  <>
    {attempt.errors.filter(({ field }) => field === '').map(({ message }) => (
      <Notice key={message.lv} lang={lang} tone="danger" title={NOT_DONE} announced>
        <p>{t(message)}</p>
      </Notice>
    ))}
  </>
);

function Gate({ view: { lang, t, today }, board: { counts, day, ended, openUntil, policy, helpers, noticeDays }, path, leads }: { view: View; board: Board; path: string; leads: boolean }): VNode {
  const end = policy.passwordsEndOn;
  const rehearse = end && end > today && end !== day && (
    <p>
      <a href={`${path}?on=${end}`}>{t({ lv: `Kā būtu noteiktajā dienā, ${readableDay(end)}`, en: `How it would be on the day set, ${readableDay(end)}` })}</a>
    </p>
  );
  const lockedOut = READINESS.filter(wouldBeLockedOut).reduce((sum, one) => sum + counts[one], 0);
  if (openUntil) {
    return (
      <Notice lang={lang} tone="warning" title={{ lv: `Paroles ir uz laiku atvērtas: līdz ${instant(openUntil)}.`, en: `Passwords are open for a time: until ${instant(openUntil)}.` }}>
        <p>{t(CLOSES_BY_ITSELF)}</p>
      </Notice>
    );
  }
  if (ended && lockedOut > 0) {
    return (
      <Notice lang={lang} tone="warning" title={{ lv: `Paroles šeit ir izslēgtas, un pierakstīties nevar: ${lockedOut}.`, en: `Passwords are off here, and unable to sign in: ${lockedOut}.` }}>
        <p>
          {t(HELP_THOSE)} <a href="#people">{t(SEE_WHO)}</a>
        </p>
        {rehearse}
      </Notice>
    );
  }
  if (ended) return <Notice lang={lang} tone="success" title={IS_ENDED}>{rehearse}</Notice>;
  if (lockedOut === 0) return <Notice lang={lang} tone="success" title={{ lv: `Ja paroles beigtos ${readableDay(day)}, pierakstīties varētu visi.`, en: `If passwords ended on ${readableDay(day)}, everybody could still sign in.` }}>{rehearse}</Notice>;
  return (
    <Notice lang={lang} tone="warning" title={{ lv: `Ja paroles beigtos ${readableDay(day)}, nevarētu pierakstīties: ${lockedOut}.`, en: `If passwords ended on ${readableDay(day)}, unable to sign in: ${lockedOut}.` }}>
      <p>
        {t(WHILE_SO)} {counts['exception-ends'] > 0 && `${t({ lv: `Izņēmumi, kas vēl nebūs spēkā ${noticeDays} dienas, vairs nelīdz: ${counts['exception-ends']}.`, en: `Exceptions that do not last ${noticeDays} more days no longer help: ${counts['exception-ends']}.` })} `}{leads ? t(GATE) : t({ lv: `Par to gādā: ${namesOf(helpers)}.`, en: `Looked after by: ${namesOf(helpers)}.` })}
      </p>
      {rehearse}
    </Notice>
  );
}

const namesOf = (helpers: Board['helpers']) => helpers.map(({ name, email }) => (email ? `${name} (${email})` : name)).join(', ');

const PolicyFacts = ({ view: { lang, t }, board: { policy, stage, twoFactorsFrom, nationalDay, help } }: { view: View; board: Board }): VNode => (
  <SummaryList
    lang={lang}
    items={[
      { key: WORDS.stage, value: <StatusTag tone="info">{t(STAGE_NAMES[stage])}</StatusTag> },
      { key: WORDS.administratorsFrom, value: policy.administratorsFrom && policy.administratorsFrom < twoFactorsFrom ? readableDay(policy.administratorsFrom) : readableDay(twoFactorsFrom) },
      { key: WORDS.secondFactorFrom, value: twoFactorsFrom === nationalDay ? t({ lv: `${readableDay(nationalDay)} (noteikts valstī)`, en: `${readableDay(nationalDay)} (set for the country)` }) : readableDay(twoFactorsFrom) },
      { key: WORDS.passwordsEndOn, value: policy.passwordsEndOn ? readableDay(policy.passwordsEndOn) : t(WORDS.notSet) },
      { key: WORDS.allowed, value: policy.allowed.length === FACTORS.length ? t(WORDS.allMeans) : policy.allowed.map((factor) => t(FACTOR_NAMES[factor])).join(', ') },
      { key: WORDS.networks, value: policy.innerNetworks.length === 0 ? t(WORDS.anyNetwork) : `${policy.innerNetworks.join(', ')} ${t(WORDS.elsewhereAtOnce)}` },
      { key: WORDS.session, value: policy.idleMinutes === null && policy.absoluteMinutes === null ? t(WORDS.asEverywhere) : t({ lv: `nelietota ${minutes(policy.idleMinutes, lang)}; ilgākais ${minutes(policy.absoluteMinutes, lang)}`, en: `unused ${minutes(policy.idleMinutes, lang)}; at most ${minutes(policy.absoluteMinutes, lang)}` }) },
      { key: WORDS.help, value: help || t(WORDS.notSet) },
    ]}
  />
);

const minutes = (count: number | null, lang: View['lang']) => (count === null ? WORDS.asEverywhere[lang] : `${count} min`);

const Doings = ({ view: { csrf, t }, path, board }: { view: View; path: string; board: Board }): VNode => (
  <ButtonRow>
    <ButtonLink href={`${path}/policy`}>{t(WORDS.changePolicy)}</ButtonLink>
    <ButtonLink href={`${path}/exceptions`} variant="secondary">{t(WORDS.exception)}</ButtonLink>
    <ButtonLink href={`${path}/letters`} variant="secondary">{t(WORDS.letters)}</ButtonLink>
    {board.unitId !== null && <ButtonLink href={`${path}/connections`} variant="secondary">{t(WORDS.connections)}</ButtonLink>}
    <PostButton action={`${path}/remind`} csrf={csrf}>{t(REMIND)}</PostButton>
    {!board.ended && (
      <PostButton action={`${path}/end-passwords`} csrf={csrf} variant="danger">{t(board.openUntil ? CLOSE_NOW : END_NOW)}</PostButton>
    )}
  </ButtonRow>
);

const STRENGTH: Text = { lv: 'Lietotāji pēc tā, cik droši ir viņu līdzekļi bez paroles', en: 'Users by how strong their means without a password are' };
const OWN_POLICY: Text = { lv: 'Pašas pašvaldības kārtība', en: 'The municipality’s own policy' };
const NOT_DONE: Text = { lv: 'Tas nav izdarīts', en: 'That was not done' };
const PEOPLE: Text = { lv: 'Kas katram vēl jādara', en: 'What each still has to do' };
const SEARCH: Text = { lv: 'Vārds vai lietotājvārds', en: 'Name or user name' };
const ALL: Text = { lv: 'Visi', en: 'All' };
const ON_DAY: Text = { lv: 'Izmēģināt dienu', en: 'Rehearse a day' };
const ON_DAY_HINT: Text = { lv: 'Izņēmumi, kas beidzas agrāk, vairs nelīdz', en: 'Exceptions that end earlier no longer help' };
const NOBODY: Text = { lv: 'Šādu lietotāju nav.', en: 'There are no such users.' };
const INSTITUTION: Text = { lv: 'Iestāde', en: 'Institution' };
const TO_DO: Text = { lv: 'Vēl jādara', en: 'Still to do' };
const EXCEPTION: Text = { lv: 'Izņēmums', en: 'Exception' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const LAST: Text = { lv: 'Pēdējoreiz pierakstījies', en: 'Last signed in' };
const IS_ENDED: Text = { lv: 'Paroles šeit ir izslēgtas.', en: 'Passwords are off here.' };
const WHILE_SO: Text = { lv: 'Kamēr tas tā ir, paroles netiks izslēgtas.', en: 'While this is so, passwords will not be switched off.' };
const GATE: Text = { lv: 'Sūtiet atgādinājumus, izdrukājiet vēstules vai piešķiriet izņēmumus.', en: 'Send reminders, print letters or give exceptions.' };
const REMIND: Text = { lv: 'Sūtīt atgādinājumus', en: 'Send reminders' };
const CLOSE_NOW: Text = { lv: 'Izslēgt paroles pirms termiņa', en: 'Switch passwords off before that' };
const CLOSES_BY_ITSELF: Text = { lv: 'Tad tās izslēgsies pašas.', en: 'Then they end by themselves.' };
const HELP_THOSE: Text = { lv: 'Nosūtiet viņiem saiti, pēc kuras pievienot līdzekli, vai piešķiriet izņēmumu.', en: 'Send them a link by which a means is added, or give an exception.' };
const SEE_WHO: Text = { lv: 'Kas tie ir', en: 'Who they are' };
const END_NOW: Text = { lv: 'Izslēgt paroles tagad', en: 'Switch passwords off now' };
