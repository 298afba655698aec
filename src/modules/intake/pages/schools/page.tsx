import type { VNode } from 'preact';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { pagingByKey } from '#web/list-links.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ConfirmForm, EndForm } from '../../actions/confirm-journals.js';
import type { BindingRow, IntakeSchools, SchoolIntake } from '../../actions/show-schools.js';
import { CAUSE_WORDS, W } from '../intake-words.js';
import { SchoolFrame } from './frame.js';

export function SchoolsPage({ view, found }: { view: View; found: IntakeSchools }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(W.schools)} width="work">
      <h1>{t(W.schools)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <p>
        <a href="/intake/batches">{t(ALL_BATCHES)}</a>
      </p>
      <FilterForm lang={lang} {...(view.query['words'] && { clearHref: '/intake/schools' })}>
        <TextField {...fieldsOf({ lang, values: view.query, errors: [] })('words')} label={W.school} width="medium" optional />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.schools}
        captionHidden
        rows={found.schools}
        rowKey={(one) => one.id}
        empty={{ title: NO_SCHOOLS, hint: NO_SCHOOLS_HINT }}
        paging={pagingByKey(view, { shown: found.schools.length, next: found.next })}
        columns={[
          { key: 'name', header: W.school, rowHeader: true, cell: (one) => <a href={`/intake/schools/${one.regNr}`}>{one.name}</a> },
          { key: 'journals', header: W.journals, cell: (one) => one.journals.join(', ') || '–' },
          { key: 'waiting', header: W.waiting, number: true, cell: (one) => number(one.waiting, lang) },
          { key: 'last', header: W.lastBatch, cell: (one) => (one.lastBatchAt ? instant(one.lastBatchAt) : '–') },
        ]}
      />
    </Page>
  );
}

/** One institution: who may send for it, whom to call, and what came. */
export function SchoolPage({ view, intake: { school, bindings, contacts, days, mayConfirm } }: { view: View; intake: SchoolIntake }): VNode {
  const { lang, t } = view;
  const at = `/intake/schools/${school.regNr}`;
  return (
    <SchoolFrame view={view} school={school} side="school" title={W.journals}>
      {mayConfirm && (
        <ButtonRow>
          <ButtonLink href={`${at}/confirm`}>{t(CONFIRM)}</ButtonLink>
        </ButtonRow>
      )}
      <DataTable
        lang={lang}
        caption={W.journals}
        captionHidden
        rows={bindings}
        rowKey={(one) => one.id}
        empty={{ title: NONE_CONFIRMED, hint: mayConfirm ? NONE_HINT_HEAD : NONE_HINT }}
        columns={[
          { key: 'journal', header: W.journal, rowHeader: true, cell: (one) => `${one.name} (${one.vendor})` },
          { key: 'state', header: W.state, cell: (one) => (one.cause === null ? <StatusTag tone="success">{t(MAY_SEND)}</StatusTag> : <StatusTag tone={CAUSE_WORDS[one.cause].tone}>{t(CAUSE_WORDS[one.cause].short)}</StatusTag>) },
          { key: 'from', header: W.since, cell: (one) => readableDay(one.validFrom) },
          { key: 'to', header: LAST_DAY, cell: (one) => (one.validTo ? readableDay(addDays(one.validTo, -1)) : '–') },
          { key: 'by', header: CONFIRMED, cell: (one) => `${one.confirmedBy}, ${instant(one.confirmedAt)}` },
          { key: 'last', header: W.lastBatch, cell: (one) => (one.lastBatchAt ? instant(one.lastBatchAt) : '–') },
          ...(mayConfirm ? [{ key: 'end', header: W.action, cell: (one: BindingRow) => (one.validTo === null || one.validTo > view.today ? <a href={`${at}/journals/${one.id}/end`}>{t(END)}</a> : '–') }] : []),
        ]}
      />
      {contacts.length > 0 && (
        <>
          <h2>{t(W.contacts)}</h2>
          <ul>
            {contacts.map((one) => (
              <li key={one.id}>
                {`${bindings.find(({ journalId }) => journalId === one.journalId)?.name ?? ''}: ${one.name}, `}
                <a href={`mailto:${one.email}`}>{one.email}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t(CAME)}</h2>
      <DataTable
        lang={lang}
        caption={CAME}
        captionHidden
        rows={days}
        rowKey={(one) => `${one.day} ${one.journal}`}
        empty={{ title: NOTHING_CAME, hint: NOTHING_HINT }}
        columns={[
          { key: 'day', header: W.day, rowHeader: true, cell: (one) => readableDay(one.day) },
          { key: 'journal', header: W.journal, cell: (one) => one.journal ?? t(W.byFile) },
          { key: 'batches', header: BATCHES, number: true, cell: (one) => number(one.batches, lang) },
          { key: 'rows', header: W.rows, number: true, cell: (one) => number(one.rows, lang) },
          { key: 'taken', header: W.taken, number: true, cell: (one) => number(one.taken, lang) },
          { key: 'waiting', header: W.waiting, number: true, cell: (one) => number(one.waiting, lang) },
          { key: 'refused', header: W.refused, number: true, cell: (one) => number(one.refused, lang) },
        ]}
      />
    </SchoolFrame>
  );
}

export function ConfirmPage({ view, attempt, form: { school, journals } }: { view: View; attempt: Attempt; form: ConfirmForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(CONFIRM)} breadcrumbs={[{ text: W.schools, href: '/intake/schools' }, { text: same(school.name), href: `/intake/schools/${school.regNr}` }, { text: CONFIRM }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(CONFIRM)}</h1>
      <Lead>{t(CONFIRM_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <SelectField {...field('code')} label={W.journal} options={journals.map((one) => ({ value: one.code, label: `${one.name} (${one.vendor})` }))} emptyOption={W.choose} />
        <DateField {...field('from', view.today)} label={FROM} />
        <Button>{t(CONFIRM_DO)}</Button>
      </Form>
    </Page>
  );
}

export function EndPage({ view, attempt, form: { school, binding } }: { view: View; attempt: Attempt; form: EndForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(END_TITLE)} breadcrumbs={[{ text: W.schools, href: '/intake/schools' }, { text: same(school.name), href: `/intake/schools/${school.regNr}` }, { text: END_TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${binding.name}: ${t(END_TITLE).toLowerCase()}`}</h1>
      <Lead>{t(END_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <DateField {...field('on', view.today)} label={END_ON} hint={END_ON_HINT} />
        <Button variant="danger">{t(END_DO)}</Button>
      </Form>
    </Page>
  );
}

const LEAD: Text = { lv: 'Kuri e-žurnāli sūta datus par iestādi, kad sūtīts pēdējo reizi un kas gaida lēmumu.', en: 'Which e-journals send data for an institution, when they last did, and what waits for a decision.' };
const NO_SCHOOLS: Text = { lv: 'Šādu iestāžu ar e-žurnālu nav.', en: 'There are no such institutions with an e-journal.' };
const NO_SCHOOLS_HINT: Text = { lv: 'E-žurnālu savai iestādei apstiprina tās vadītājs.', en: 'The head confirms an e-journal for the institution.' };
const CONFIRM: Text = { lv: 'Apstiprināt e-žurnālu', en: 'Confirm an e-journal' };
const CONFIRM_LEAD: Text = { lv: 'No norādītās dienas e-žurnāls drīkst sūtīt šīs iestādes vērtējumus un kavējumus. Citu iestāžu datus tas neredz un nesūta.', en: 'From the day given the e-journal may send marks and absences of this institution. It neither sees nor sends those of others.' };
const CONFIRM_DO: Text = { lv: 'Apstiprināt', en: 'Confirm' };
const FROM: Text = { lv: 'Pirmā diena', en: 'First day' };
const NONE_CONFIRMED: Text = { lv: 'Neviens e-žurnāls vēl nav apstiprināts.', en: 'No e-journal has been confirmed yet.' };
const NONE_HINT_HEAD: Text = { lv: 'Apstipriniet to, kuru iestāde lieto. Bez e-žurnāla datus var ievadīt tabulā vai ar XLSX veidni.', en: 'Confirm the one the institution uses. Without an e-journal, data can be entered in the grid or by the XLSX template.' };
const NONE_HINT: Text = { lv: 'To apstiprina iestādes vadītājs.', en: 'The head of the institution confirms it.' };
const MAY_SEND: Text = { lv: 'drīkst sūtīt', en: 'may send' };
const LAST_DAY: Text = { lv: 'Pēdējā diena', en: 'Last day' };
const CONFIRMED: Text = { lv: 'Apstiprināja', en: 'Confirmed by' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const CAME: Text = { lv: 'Kas saņemts 30 dienās', en: 'What came in 30 days' };
const NOTHING_CAME: Text = { lv: 'Šajā laikā nekas nav saņemts.', en: 'Nothing came in this time.' };
const NOTHING_HINT: Text = { lv: 'Ja e-žurnālam bija jāsūta, zvaniet tā kontaktpersonai.', en: 'If the e-journal should have sent, call its contact.' };
const BATCHES: Text = { lv: 'Paketes', en: 'Batches' };
const ALL_BATCHES: Text = { lv: 'Visas saņemtās datu paketes', en: 'All batches received' };
const END_TITLE: Text = { lv: 'Izbeigt apstiprinājumu', en: 'End the confirmation' };
const END_LEAD: Text = { lv: 'No šīs dienas e-žurnāls par iestādi vairs neko nevar sūtīt. Viss jau saņemtais paliek.', en: 'From this day the e-journal can send nothing for the institution. All that was received stays.' };
const END_ON: Text = { lv: 'No kuras dienas vairs nedrīkst sūtīt', en: 'From which day it may no longer send' };
const END_ON_HINT: Text = { lv: 'Šodiena: uzreiz.', en: 'Today: at once.' };
const END_DO: Text = { lv: 'Izbeigt', en: 'End' };
