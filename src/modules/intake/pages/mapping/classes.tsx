import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { EmptyState } from '#ui/empty-state.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { SideBySide } from '#ui/side-by-side.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import type { ClassDesk } from '../../actions/map-classes.js';
import { rowsInWords, W } from '../intake-words.js';
import { SchoolFrame } from '../schools/frame.js';
import { CameNotice } from './came.js';
import { DeskTabs, RetryButton } from './tabs.js';
import { M, pagingOf, reasonInWords } from './words.js';

type Name = ClassDesk['names'][number];

const queryOf = ({ school, year }: ClassDesk, name: Name): string => new URLSearchParams({ regNr: school.regNr, year: String(year), name: name.name }).toString();
const hiddenOf = ({ school, year }: ClassDesk, name: Name) => ({ regNr: school.regNr, year: String(year), name: name.name });

/** Both lists beside each other: what the e-journal calls its classes, and the classes of the register. */
export function ClassesDesk({ view, desk }: { view: View; desk: ClassDesk }): VNode {
  const { lang, t } = view;
  const known = Map.groupBy(desk.aliases, ({ classId }) => classId);
  return (
    <SchoolFrame view={view} school={desk.school} side="classes" title={W.mapping}>
      <DeskTabs view={view} school={desk.school} current="classes" />
      {desk.matched && <CameNotice view={view} match={desk.matched} />}
      <Lead>{t(LEAD)}</Lead>
      <SideBySide>
        <section>
          <h2>{t(IN_JOURNAL)}</h2>
          <DataTable
            lang={lang}
            caption={IN_JOURNAL}
            captionHidden
            rows={desk.names}
            rowKey={(one) => `${one.journalId} ${one.key}`}
            empty={{ title: M.nothingWaits, hint: NOTHING_HINT }}
            paging={pagingOf(desk, (after) => hrefWith(view, { after, year: String(desk.year), matched: undefined }))}
            columns={[
              { key: 'name', header: M.written, rowHeader: true, cell: (one) => `“${one.name}”` },
              { key: 'rows', header: W.waiting, number: true, cell: (one) => number(one.rows, lang) },
              { key: 'means', header: M.means, cell: (one) => <QuickForm view={view} desk={desk} name={one} /> },
            ]}
          />
        </section>
        <section>
          <h2>{`${t(IN_REGISTER)} ${t(yearName(desk.year))}`}</h2>
          <DataTable
            lang={lang}
            caption={IN_REGISTER}
            captionHidden
            rows={desk.classes}
            rowKey={(one) => one.id}
            empty={{ title: NO_CLASSES, hint: NO_CLASSES_HINT }}
            columns={[
              { key: 'title', header: CLASS, rowHeader: true, cell: (one) => one.title },
              { key: 'pupils', header: PUPILS, number: true, cell: (one) => number(one.pupils, lang) },
              { key: 'called', header: CALLED, cell: (one) => known.get(one.id)?.map(({ title }) => `“${title}”`).join(', ') ?? '–' },
            ]}
          />
        </section>
      </SideBySide>
      {desk.names.length > 0 && <RetryButton view={view} regNr={desk.school.regNr} />}
      {desk.aliases.length > 0 && <Known view={view} desk={desk} />}
    </SchoolFrame>
  );
}

const QuickForm = ({ view, desk, name }: { view: View; desk: ClassDesk; name: Name }): VNode => (
  <form method="post" action="/intake/mapping/class">
    <HiddenFields values={{ ...hiddenOf(desk, name), _csrf: view.csrf }} />
    {name.suggestions.map((one) => (
      <div key={one.id}>
        <Button variant="secondary" name="class" value={one.id}>{one.name}</Button>
        <p class="hint">{one.reasons.map((reason) => reasonInWords(reason, view)).join('; ')}</p>
      </div>
    ))}
    {name.note && <p class="hint">{view.t(fill(M.left, { comment: name.note.comment }))}</p>}
    <ButtonRow>
      <a href={`/intake/mapping/class?${queryOf(desk, name)}`}>{view.t(M.other)}</a>
      <a href={`/intake/mapping/leave?${queryOf(desk, name)}&kind=class`}>{view.t(M.neither)}</a>
    </ButtonRow>
  </form>
);

const Known = ({ view, desk }: { view: View; desk: ClassDesk }): VNode => (
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
        { key: 'name', header: M.written, rowHeader: true, cell: (one) => `“${one.title}”` },
        { key: 'means', header: CLASS, cell: (one) => one.class },
        { key: 'by', header: M.by, cell: (one) => `${one.confirmedBy}, ${readableDay(dayInRiga(one.confirmedAt))}` },
        { key: 'undo', header: W.action, cell: (one) => <a href={`/intake/mapping/undo?regNr=${desk.school.regNr}&kind=class&id=${one.id}`}>{view.t(M.undo)}</a> },
      ]}
    />
  </>
);

/** One title with every class of the year to choose from. */
export function ClassName({ view, desk, attempt }: { view: View; desk: ClassDesk; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const asked = { ...view.query, ...attempt.values } as Readonly<Record<string, string | undefined>>;
  const name = desk.names.find((one) => one.written.includes(asked['name'] ?? ''));
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={desk.school} side="classes" title={same(`“${asked['name'] ?? ''}”`)} errors={attempt.errors}>
      {name ? (
        <>
          <p>{`${rowsInWords(name.rows, view)}, ${name.journal ?? t(W.byFile)}`}</p>
          <Form csrf={view.csrf} action="/intake/mapping/class">
            <HiddenFields values={hiddenOf(desk, name)} />
            <SelectField {...field('class', name.suggestions[0]?.id)} label={CLASS} options={desk.classes.map(({ id, title }) => ({ value: id, label: title }))} emptyOption={W.choose} />
            <Button>{t(M.confirm)}</Button>
          </Form>
        </>
      ) : (
        <EmptyState lang={lang} title={M.gone}>
          <a href={`/intake/mapping/classes?regNr=${desk.school.regNr}`}>{t(W.mapping)}</a>
        </EmptyState>
      )}
    </SchoolFrame>
  );
}

const LEAD: Text = { lv: '“2.a”, “2A” un “2. a” sakrīt paši. Te ir tikai tie nosaukumi, kas nesakrīt ne ar vienu iestādes klasi.', en: '“2.a”, “2A” and “2. a” agree by themselves. Here are only titles that agree with no class of the institution.' };
const IN_JOURNAL: Text = { lv: 'E-žurnālā', en: 'In the e-journal' };
const IN_REGISTER: Text = { lv: 'Reģistrā', en: 'In the register' };
const NOTHING_HINT: Text = { lv: 'Visas e-žurnāla klases ir atpazītas.', en: 'All classes of the e-journal have been recognised.' };
const NO_CLASSES: Text = { lv: 'Šajā mācību gadā klašu nav.', en: 'There are no classes in this school year.' };
const NO_CLASSES_HINT: Text = { lv: 'Izveidojiet tās sadaļā “Klases un izglītojamie”.', en: 'Make them under “Classes and learners”.' };
const CLASS: Text = { lv: 'Klase', en: 'Class' };
const PUPILS: Text = { lv: 'Izglītojamie', en: 'Learners' };
const CALLED: Text = { lv: 'E-žurnāls to sauc', en: 'The e-journal calls it' };
