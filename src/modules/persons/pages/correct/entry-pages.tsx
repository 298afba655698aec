import type { ComponentChildren } from 'preact';
import type { Entry } from '#kernel/correction.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { DateField } from '#ui/form/date-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { type FormPage, formPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { EntryForm } from '../../actions/open-forms.js';
import type { Outcome } from '../../actions/outcome.js';
import { type Field, startingWith } from '../record/fields.js';
import { afterRecording, RecordPage } from '../record/frame.js';
import { WORDS } from '../words.js';
import { CORRECTED, Instead, LEAD, TAKE_BACK, WITHDRAWN, Why, WITHDRAW } from './frame.js';

interface Correctable<Row> {
  /** Part of the address: `/persons/:id/names/:rowId`. */
  readonly segment: string;
  readonly history: string;
  readonly title: Text;
  readonly withdrawal: Text;
  readonly load: FormPage<EntryForm<Row>>['load'];
  readonly correct: FormPage<unknown, Outcome>['action'];
  readonly withdraw: FormPage<unknown, Outcome>['action'];
  /** What the entry says. */
  readonly words: (row: Row, view: View, form: EntryForm<Row>) => ComponentChildren;
  readonly fields: (field: Field, view: View, form: EntryForm<Row>) => ComponentChildren;
  /** Whether one entry ends where the next begins; otherwise its own end can be corrected too. */
  readonly chained: boolean;
  /** What an empty end means, where there is one. */
  readonly openEnd?: Text;
  /** The entry before goes on in the place of one taken back; the first of a chain can only be corrected. */
  readonly rowsOf: (form: EntryForm<Row>) => readonly Row[];
}

/** The pages on which an entry of a history is put right, and on which it is taken back. */
export function entryPages<Row extends Entry & Readonly<Record<string, unknown>>>(one: Correctable<Row>): readonly WebRoute[] {
  const path = `/persons/:id/${one.segment}/:rowId`;
  const said = (form: EntryForm<Row>, view: View) => (
    <p>
      {readablePeriod({ from: form.row.validFrom, to: form.row.validTo }, view.lang)}: <strong>{one.words(form.row, view, form)}</strong>
    </p>
  );
  const isFirst = (form: EntryForm<Row>) => one.chained && one.rowsOf(form).every((row) => row.validTo !== form.row.validFrom);
  return [
    formPage({
      path,
      load: one.load,
      render: (form, view, attempt) => {
        const { row } = form;
        const field = startingWith(fieldsOf({ lang: view.lang, ...attempt }), row);
        const fields = (
          <>
            {one.fields(field, view, form)}
            <DateField {...field('from', row.validFrom)} label={WORDS.from} hint={one.chained ? END_FOLLOWS : undefined} min={form.card.person.bornOn} max={view.today} />
            {!one.chained && <DateField {...field('to', row.validTo ?? '')} label={WORDS.firstWithout} hint={one.openEnd} optional />}
            <Why field={field} />
          </>
        );
        const before = (
          <>
            {said(form, view)}
            <p>{view.t(LEAD)}</p>
          </>
        );
        return (
          <RecordPage view={view} title={one.title} card={form.card} attempt={attempt} before={before} fields={fields} save={WORDS.correct}>
            {!isFirst(form) && <Instead view={view} href={`/persons/${form.card.person.id}/${one.segment}/${row.id}/withdraw`} text={WITHDRAW} />}
          </RecordPage>
        );
      },
      action: one.correct,
      done: afterRecording(CORRECTED),
    }),
    formPage({
      path: `${path}/withdraw`,
      load: one.load,
      render: (form, view, attempt) => {
        const before = (
          <>
            {said(form, view)}
            <p>{view.t(one.chained ? ONE_BEFORE_GOES_ON : NOTHING_INSTEAD)}</p>
          </>
        );
        const fields = <Why field={fieldsOf({ lang: view.lang, ...attempt })} />;
        return <RecordPage view={view} title={one.withdrawal} card={form.card} attempt={attempt} danger before={before} fields={fields} save={TAKE_BACK} />;
      },
      input: (raw) => ({ ...raw, history: one.history }),
      action: one.withdraw,
      done: afterRecording(WITHDRAWN),
    }),
  ];
}

const END_FOLLOWS: Text = { lv: 'Iepriekšējais ieraksts beigsies šajā dienā; šis beidzas, kad sākas nākamais', en: 'The entry before will end on this day; this one ends where the next begins' };
const ONE_BEFORE_GOES_ON: Text = {
  lv: 'Pēc atsaukšanas šajās dienās būs spēkā iepriekšējais ieraksts. Atsauktais paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'The entry before will hold on these days again. What is taken back stays as what the register said before.',
};
const NOTHING_INSTEAD: Text = {
  lv: 'Pēc atsaukšanas šajās dienās tāda ieraksta nebūs. Atsauktais paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'There will be no such entry on these days. What is taken back stays as what the register said before.',
};
