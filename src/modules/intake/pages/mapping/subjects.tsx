import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { dayInRiga } from '#kernel/clock.js';
import { fill, same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { EmptyState } from '#ui/empty-state.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import { OTHER, type SubjectDesk } from '../../actions/map-subjects.js';
import { rowsInWords, W } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';
import { CameNotice } from './came.js';
import { SureSubject } from './sure.js';
import { DeskTabs, RetryButton } from './tabs.js';
import { hiddenOf, M, pagingOf, queryOf, reasonInWords, subjectName } from './words.js';

type Name = SubjectDesk['names'][number];

/** Names of subjects that wait, one a line, each confirmed by one press; and what names mean already. */
export function SubjectsDesk({ view, desk }: { view: View; desk: SubjectDesk }): VNode {
  const { lang, t } = view;
  return (
    <SchoolFrame view={view} school={desk.school} side="subjects" title={W.mapping}>
      <DeskTabs view={view} school={desk.school} current="subjects" />
      {desk.matched && <CameNotice view={view} match={desk.matched} />}
      <Lead>{t(LEAD)}</Lead>
      {desk.names.some(({ suggestions }) => suggestions.some(({ reasons }) => reasons.some(({ kind }) => kind === 'likeness'))) && <p class="hint">{t(M.likeness)}</p>}
      <DataTable
        lang={lang}
        caption={M.subjects}
        captionHidden
        rows={desk.names}
        rowKey={(one) => `${one.journalId} ${one.key}`}
        empty={{ title: M.nothingWaits, hint: NOTHING_HINT }}
        paging={pagingOf(desk, (after) => hrefWith(view, { after, matched: undefined }))}
        columns={[
          {
            key: 'name',
            header: M.written,
            rowHeader: true,
            cell: (one) => (
              <>
                {`“${one.name}”`}
                {one.written.length > 1 && <p class="hint">{t(fill(ALSO, { names: one.written.slice(1).map((name) => `“${name}”`).join(', ') }))}</p>}
              </>
            ),
          },
          { key: 'rows', header: W.waiting, number: true, cell: (one) => number(one.rows, lang) },
          { key: 'from', header: FROM, cell: (one) => <Origin view={view} name={one} /> },
          { key: 'means', header: M.means, cell: (one) => <QuickForm view={view} desk={desk} name={one} /> },
        ]}
      />
      {desk.names.length > 0 && <RetryButton view={view} regNr={desk.school.regNr} />}
      {desk.aliases.length > 0 && <Known view={view} desk={desk} />}
    </SchoolFrame>
  );
}

const Origin = ({ view, name }: { view: View; name: Name }): VNode => (
  <>
    {name.journal ?? view.t(W.byFile)}
    <p class="hint">{[name.classes.slice(0, 6).join(', '), `${view.t(W.since).toLowerCase()} ${readableDay(dayInRiga(name.since))}`].filter(Boolean).join('; ')}</p>
    {name.note && <p class="hint">{view.t(fill(M.left, { comment: name.note.comment }))}</p>}
  </>
);

/** Up to three suggestions, each a button; another subject and "none" are one step away. */
const QuickForm = ({ view, desk, name }: { view: View; desk: SubjectDesk; name: Name }): VNode => (
  <form method="post" action="/intake/mapping/name">
    <HiddenFields values={{ ...hiddenOf(desk, name), quick: 'yes', _csrf: view.csrf }} />
    {name.suggestions.map((one) => (
      <div key={one.id}>
        <Button variant="secondary" name="subject" value={String(one.id)}>{subjectName(view, desk, one.id)}</Button>
        <p class="hint">{one.reasons.map((reason) => reasonInWords(reason, view)).join('; ')}</p>
      </div>
    ))}
    {name.journalId !== null && name.suggestions.length > 0 && (
      <p>
        <label>
          <input type="checkbox" name="offer" value="yes" checked /> {view.t(M.offer)}
        </label>
      </p>
    )}
    <ButtonRow>
      <a href={`/intake/mapping/name?${queryOf(desk, name)}`}>{view.t(M.other)}</a>
      <a href={`/intake/mapping/leave?${queryOf(desk, name)}&kind=subject`}>{view.t(M.neither)}</a>
    </ButtonRow>
  </form>
);

const Known = ({ view, desk }: { view: View; desk: SubjectDesk }): VNode => (
  <>
    <h2>{view.t(M.known)}</h2>
    <p class="hint">{view.t(M.undoHint)}</p>
    <DataTable
      lang={view.lang}
      caption={M.known}
      captionHidden
      rows={desk.aliases}
      rowKey={(one) => one.id}
      columns={[
        { key: 'name', header: M.written, rowHeader: true, cell: (one) => `“${one.name}”` },
        { key: 'means', header: M.means, cell: (one) => view.t(one.subject) },
        { key: 'journal', header: W.journal, cell: (one) => `${one.journal ?? view.t(ANY)}${one.isOffered ? ` (${view.t(OFFERED)})` : ''}` },
        { key: 'by', header: M.by, cell: (one) => `${one.confirmedBy}, ${readableDay(dayInRiga(one.confirmedAt))}` },
        { key: 'undo', header: W.action, cell: (one) => <a href={`/intake/mapping/undo?regNr=${desk.school.regNr}&id=${one.id}`}>{view.t(M.undo)}</a> },
      ]}
    />
  </>
);

/** One name with every subject to choose from. */
export function SubjectName({ view, desk, attempt }: { view: View; desk: SubjectDesk; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const asked = { ...view.query, ...attempt.values } as Readonly<Record<string, string | undefined>>;
  const name = desk.names.find((one) => one.written.includes(asked['name'] ?? '') && (one.journalId ?? '') === (asked['journal'] ?? ''));
  const title = same(`“${asked['name'] ?? ''}”`);
  if (name && attempt.errors.some(({ field: wrong }) => wrong === 'sure')) return <SureSubject view={view} desk={desk} name={name} attempt={attempt} />;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={desk.school} side="subjects" title={title} errors={attempt.errors}>
      {name ? (
        <>
          <p>{`${rowsInWords(name.rows, view)}, ${name.journal ?? t(W.byFile)}${name.classes.length > 0 ? `, ${name.classes.join(', ')}` : ''}`}</p>
          <Form csrf={view.csrf} action="/intake/mapping/name">
            <HiddenFields values={hiddenOf(desk, name)} />
            <Radios
              {...field('subject', name.suggestions[0] ? String(name.suggestions[0].id) : OTHER)}
              label={M.means}
              options={[
                ...name.suggestions.map((one) => ({ value: String(one.id), label: subjectName(view, desk, one.id), hint: one.reasons.map((reason) => reasonInWords(reason, view)).join('; ') })),
                { value: OTHER, label: ANOTHER },
              ]}
            />
            <SelectField {...field('other')} label={ALL_SUBJECTS} options={desk.subjects.map(({ id, name: subject }) => ({ value: String(id), label: `${t(subject)} (${id})` }))} emptyOption={W.choose} optional />
            {name.journalId !== null && <Checkboxes {...field('offer', 'yes')} label={OFFER} options={[{ value: 'yes', label: M.offer, hint: OFFER_HINT }]} optional />}
            <ButtonRow>
              <Button>{t(M.confirm)}</Button>
              <ButtonLink href={`/intake/mapping/leave?${queryOf(desk, name)}&kind=subject`} variant="secondary">{t(M.neither)}</ButtonLink>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <EmptyState lang={lang} title={M.gone}>
          <a href={`/intake/mapping?regNr=${desk.school.regNr}`}>{t(W.mapping)}</a>
        </EmptyState>
      )}
    </SchoolFrame>
  );
}

const LEAD: Text = { lv: 'Katru nosaukumu apstiprina vienreiz: tas der visai iestādei, un gaidošās rindas tiek pieņemtas uzreiz.', en: 'Each name is confirmed once: that serves the whole institution, and the rows that wait are taken at once.' };
const NOTHING_HINT: Text = { lv: 'Kad e-žurnāls atsūtīs nezināmu priekšmetu, tas parādīsies te.', en: 'When the e-journal sends an unknown subject, it will be here.' };
const ALSO: Text = { lv: 'arī {names}', en: 'also {names}' };
const FROM: Text = { lv: 'No kurienes', en: 'From where' };
const ANY: Text = { lv: 'visi', en: 'all' };
const OFFERED: Text = { lv: 'paziņots uzturētājam', en: 'told to the vendor' };
const ANOTHER: Text = { lv: 'Cits priekšmets no saraksta zemāk', en: 'Another subject of the list below' };
const ALL_SUBJECTS: Text = { lv: 'Visi priekšmeti', en: 'All subjects' };
const OFFER: Text = { lv: 'E-žurnāla uzturētājam', en: 'To the vendor of the e-journal' };
const OFFER_HINT: Text = { lv: 'Uzturētājs uzzina nosaukumu, priekšmetu un jūsu iestādes numuru, lai nosaukums būtu pareizs jau žurnālā. Par izglītojamiem neko.', en: 'The vendor is told the name, the subject and the number of your institution, so that the name is right in the journal itself. Nothing about learners.' };
