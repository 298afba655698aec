import type { VNode } from 'preact';
import { roleChoices, writtenPlace } from '#modules/access/public.js';
import { addDays, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import type { Option } from '#ui/form/option.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { RequireForm, RequirementRow } from '../../actions/requirements.js';
import { roleOf, titleOf, WORDS } from '../words.js';

export function RequirementsPage({ view, requirements }: { view: View; requirements: readonly RequirementRow[] }): VNode {
  const { lang, t, today } = view;
  return (
    <Page {...view.frame} title={t(WORDS.required)} width="work">
      <h1>{t(WORDS.required)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <ButtonRow>
        <ButtonLink href="/training/requirements/new">{t(NEW)}</ButtonLink>
      </ButtonRow>
      <DataTable
        lang={lang}
        caption={WORDS.required}
        captionHidden
        rows={requirements}
        rowKey={(one) => one.id}
        empty={{ title: NONE }}
        columns={[
          { key: 'course', header: WORDS.course, rowHeader: true, cell: (one) => <a href={one.link}>{t(titleOf(one))}</a> },
          { key: 'role', header: WORDS.role, cell: (one) => t(roleOf(one)) },
          { key: 'place', header: WORDS.place, cell: (one) => one.place ?? t(WORDS.country) },
          { key: 'period', header: TIME, cell: (one) => readablePeriod({ from: one.validFrom, to: one.validTo }, lang) },
          { key: 'basis', header: WORDS.basis, cell: (one) => (one.inheritedFrom ? `${one.basis} (${t(fill(INHERITED, { from: one.inheritedFrom }))})` : one.basis) },
          { key: 'unmet', header: OPEN, cell: (one) => <StatusTag tone={one.unmet === 0 ? 'success' : one.validFrom > today ? 'info' : 'warning'}>{t(fill(UNMET_OF, { unmet: one.unmet, concerned: one.concerned }))}</StatusTag> },
          {
            key: 'end',
            header: END,
            cell: (one) => (
              <PostButton action="/training/requirements/end" csrf={view.csrf} hidden={{ id: one.id }} variant="quiet">
                {t(END)}
                <span class="visually-hidden">{`: ${t(titleOf(one))}, ${t(roleOf(one))}`}</span>
              </PostButton>
            ),
          },
        ]}
      />
    </Page>
  );
}

export function RequirePage({ view, attempt, form }: { view: View; attempt: Attempt; form: RequireForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(NEW)} breadcrumbs={[{ text: WORDS.required, href: '/training/requirements' }, { text: NEW }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(NEW)}</h1>
      <Lead>{t(NEW_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <SelectField {...field('courseId')} label={WORDS.course} emptyOption={WORDS.choose} options={form.courses.map((course) => ({ value: course.courseId, label: titleOf(course) }))} />
        <SelectField {...field('roleCode')} label={WORDS.role} emptyOption={WORDS.choose} options={roleChoices(form.roles)} />
        <SelectField {...field('place', form.places.length === 1 ? writtenPlace(form.places[0]!.place) : '')} label={WORDS.place} emptyOption={WORDS.choose} options={placeOptions(form)} />
        {form.everywhere && <TextField {...field('regNr')} label={REG_NR} hint={REG_NR_HINT} inputMode="numeric" width="medium" optional />}
        <DateField {...field('from', addDays(view.today, 14))} label={WORDS.from} hint={fill(FROM_HINT, { day: readableDay(addDays(view.today, 14)) })} min={view.today} />
        <TextArea {...field('basis')} label={WORDS.basis} hint={BASIS_HINT} rows={2} />
        <ButtonRow>
          <Button>{t(REQUIRE)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const placeOptions = ({ places, everywhere }: RequireForm): Option[] => [
  ...(everywhere ? [{ value: 'country', label: WORDS.country }, { value: 'institution', label: INSTITUTION }] : []),
  ...places.map(({ place, name }) => ({ value: writtenPlace(place), label: name })),
];

const LEAD: Text = {
  lv: 'Kamēr kurss nav apgūts, šīs lomas tiesības norādītajā vietā nedarbojas. Pašvaldības prasība attiecas arī uz tās iestādēm.',
  en: 'Until the course is passed, a right of this role at the place gives nothing. What a municipality asks for also covers its institutions.',
};
const NEW: Text = { lv: 'Noteikt kursu lomai', en: 'Require a course of a role' };
const NEW_LEAD: Text = { lv: 'Visi, uz kuriem tas attiecas, saņems paziņojumu. Dodiet laiku kursu apgūt.', en: 'Everyone concerned will be told. Give them time to take the course.' };
const NONE: Text = { lv: 'Neviens kurss nav noteikts.', en: 'No course is required.' };
const TIME: Text = { lv: 'Laiks', en: 'Time' };
const OPEN: Text = { lv: 'Vēl nav apguvuši', en: 'Not taken yet' };
const UNMET_OF: Text = { lv: '{unmet} no {concerned}', en: '{unmet} of {concerned}' };
const INHERITED: Text = { lv: 'pārņemts no: {from}', en: 'taken over from: {from}' };
const END: Text = { lv: 'Izbeigt', en: 'End' };
const INSTITUTION: Text = { lv: 'Iestāde (norādiet numuru zemāk)', en: 'An institution (give its number below)' };
const REG_NR: Text = { lv: 'Iestādes reģistrācijas numurs', en: 'Registration number of the institution' };
const REG_NR_HINT: Text = { lv: '10 cipari; tikai tad, ja vieta ir iestāde', en: '10 digits; only if the place is an institution' };
const FROM_HINT: Text = { lv: 'No šīs dienas tiesības bez kursa nedarbojas. Ieteicams ne agrāk kā {day}', en: 'From this day rights without the course give nothing. Better not before {day}' };
const BASIS_HINT: Text = { lv: 'Rīkojums vai noteikumi, kas to prasa', en: 'The order or rules that ask for it' };
const REQUIRE: Text = { lv: 'Noteikt', en: 'Require' };
