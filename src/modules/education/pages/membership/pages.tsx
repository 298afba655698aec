import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, same, type Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { Checkboxes } from '#ui/form/checkboxes.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf, type FieldState } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { Children } from '#ui/words.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { EnrolForm } from '../../actions/enrol.js';
import type { MembershipForm } from '../../actions/memberships.js';
import type { PlacementForm } from '../../actions/withdraw-placement.js';
import { LearnerFields } from '../learner-fields.js';
import { nameOf, STUDY_FORMS, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

interface Props {
  readonly view: View;
  readonly attempt: Attempt;
  readonly form: Pick<MembershipForm, 'membership' | 'person'>;
}

interface MembershipProps extends Props {
  readonly form: MembershipForm;
}

export function EnrolPage({ view, attempt, form: { school, programmes, classes } }: { view: View; attempt: Attempt; form: EnrolForm }): VNode {
  const { lang, t, today } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={school} title={ENROL} errors={attempt.errors}>
      <Lead>{t(ENROL_LEAD)}</Lead>
      <Form csrf={view.csrf}>
        <LearnerFields view={view} field={(name) => field(name)} />
        <SelectField {...field('programmeCode')} label={W.programme} options={programmes.map((one) => ({ value: one.code, label: `${one.code} ${lang === 'lv' ? one.nameLv : one.nameEn}` }))} emptyOption={W.choose} />
        <DateField {...field('from', today)} label={FIRST_DAY} />
        <SelectField {...field('classId')} label={W.class} options={classes.map((one) => ({ value: one.id, label: one.title }))} emptyOption={LATER} optional />
        <SelectField {...field('form', 'full-time')} label={W.form} options={[...STUDY_FORMS]} />
        <Beside field={field('beside')} />
        <Order field={(name) => field(name)} />
        <Button>{t(ENROL_DO)}</Button>
      </Form>
    </SchoolFrame>
  );
}

function Frame({ view, attempt, form: { person, membership }, title, children }: Props & { title: Text; children: Children }): VNode {
  const { lang, t } = view;
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(nameOf(person)), href: `/education/pupils/${person.id}` }, { text: title }];
  return (
    <Page {...view.frame} title={t(title)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.pupil, value: nameOf(person) },
          { key: W.institution, value: membership.institution },
          { key: MEMBERSHIP, value: readablePeriod({ from: membership.validFrom, to: membership.validTo }, lang) },
        ]}
      />
      <Form csrf={view.csrf}>{children}</Form>
    </Page>
  );
}

export function PlacePage(props: MembershipProps): VNode {
  const { view: { lang, t, today }, form } = props;
  const field = fieldsOf({ lang, ...props.attempt });
  const asked = field('confirmed').error || field('confirmed').value ? field('confirmed') : undefined;
  const now = form.placements.find((one) => one.validFrom <= today && (one.validTo === null || one.validTo > today));
  return (
    <Frame {...props} title={now ? MOVE : PLACE}>
      {now && <p>{`${t(NOW_IN)}: ${now.title} (${t(W.from).toLowerCase()} ${readableDay(now.validFrom)})`}</p>}
      <SelectField {...field('classId')} label={NEW_CLASS} options={form.classes.filter((one) => one.id !== now?.classId).map((one) => ({ value: one.id, label: `${one.title} (${one.pupils})` }))} emptyOption={W.choose} />
      <DateField {...field('from', today)} label={FROM_DAY} hint={FROM_HINT} />
      <Checkboxes {...field('repeats')} label={REPEATING} options={[{ value: 'yes', label: REPEATS }]} />
      {asked && <Checkboxes {...asked} label={CONFIRM} options={[{ value: field('classId').value, label: CONFIRMED }]} />}
      <Button>{t(W.save)}</Button>
    </Frame>
  );
}

/** Each reason with its definition and an example beside it, so that schools understand them alike. */
export function EndPage(props: MembershipProps): VNode {
  const { view: { lang, t, today }, form } = props;
  const field = fieldsOf({ lang, ...props.attempt });
  const of = (words: { lv: string; en: string }) => words[lang];
  const options = form.reasons.filter((one) => !one.isGroup).map((one) => {
    const group = form.reasons.find((reason) => reason.code === one.parent);
    const label = of({ lv: one.nameLv, en: one.nameEn });
    return {
      value: one.code,
      label: group ? `${of({ lv: group.nameLv, en: group.nameEn })}: ${label}` : label,
      hint: `${of({ lv: one.definitionLv, en: one.definitionEn })} ${t(EXAMPLE)}: ${of({ lv: one.exampleLv, en: one.exampleEn })}${one.needsComment ? ` ${t(COMMENT_NEEDED)}` : ''}`,
    };
  });
  return (
    <Frame {...props} title={END}>
      <DateField {...field('lastDay', today)} label={LAST_DAY} />
      <Radios {...field('reason')} label={W.reason} hint={form.reasons.some((one) => !one.verified) ? UNVERIFIED : undefined} options={options} />
      <TextArea {...field('comment')} label={COMMENT} rows={3} maxLength={1000} optional />
      <Order field={(name) => field(name)} />
      <Button variant="danger">{t(END_DO)}</Button>
    </Frame>
  );
}

export function CorrectPage(props: Props): VNode {
  const { view: { lang, t }, form: { membership } } = props;
  const field = fieldsOf({ lang, ...props.attempt });
  return (
    <Frame {...props} title={CORRECT}>
      <DateField {...field('from', membership.validFrom)} label={FIRST_DAY} />
      <SelectField {...field('form', membership.form)} label={W.form} options={[...STUDY_FORMS]} />
      <Beside field={field('beside', membership.isMain ? '' : 'yes')} />
      <TextField {...field('orderNr', membership.orderNr)} label={W.order} width="medium" optional />
      <DateField {...field('orderedOn', membership.orderedOn ?? '')} label={W.orderedOn} optional />
      <TextArea {...field('why')} label={W.why} hint={W.whyHint} rows={2} maxLength={500} />
      <Button>{t(W.save)}</Button>
    </Frame>
  );
}

export const WithdrawPage = (props: Props): VNode => <WhyPage {...props} title={WITHDRAW} lead={WITHDRAW_LEAD} />;
export const ReopenPage = (props: Props): VNode => <WhyPage {...props} title={REOPEN} lead={REOPEN_LEAD} />;

function WhyPage({ title, lead, ...props }: Props & { title: Text; lead: Text }): VNode {
  const { lang, t } = props.view;
  return (
    <Frame {...props} title={title}>
      <p>{t(lead)}</p>
      <TextArea {...fieldsOf({ lang, ...props.attempt })('why')} label={W.why} hint={W.whyHint} rows={2} maxLength={500} />
      <Button variant="danger">{t(title)}</Button>
    </Frame>
  );
}

/** Says what taking a placement back leaves, before it is done. */
export function WithdrawPlacementPage({ form, ...props }: Omit<Props, 'form'> & { form: PlacementForm }): VNode {
  const { placement, goesOn, back } = form;
  const values = { title: placement.title, from: readableDay(placement.validFrom) };
  const lead = goesOn ? fill(PLACEMENT_BACK, { ...values, before: goesOn.title, since: readableDay(goesOn.validFrom) }) : fill(PLACEMENT_NONE, values);
  const later = back.map(({ title, validFrom }) => `${title} (${readableDay(validFrom)})`).join(', ');
  const also = fill(PLACEMENT_LATER, { later });
  return <WhyPage {...props} form={form} title={WITHDRAW_PLACEMENT} lead={later === '' ? lead : { lv: `${lead.lv} ${also.lv}`, en: `${lead.en} ${also.en}` }} />;
}

const Beside = ({ field }: { field: FieldState }): VNode => <Checkboxes {...field} label={KIND} options={[{ value: 'yes', label: BESIDE, hint: BESIDE_HINT }]} />;
const Order = ({ field }: { field: (name: string) => FieldState }): VNode => (
  <>
    <TextField {...field('orderNr')} label={W.order} width="medium" maxLength={40} optional />
    <DateField {...field('orderedOn')} label={W.orderedOn} optional />
  </>
);

const ENROL: Text = { lv: 'Uzņemt izglītojamo', en: 'Enrol a learner' };
const ENROL_DO: Text = { lv: 'Uzņemt', en: 'Enrol' };
const ENROL_LEAD: Text = { lv: 'Izglītojamo atrod personu reģistrā; jaunas personas šeit neveido. Ja bērns mācās citur, lūdziet pārcelšanos.', en: 'The learner is found in the register of persons; nobody is created here. If the child learns elsewhere, ask for a transfer.' };
const FIRST_DAY: Text = { lv: 'Pirmā diena iestādē', en: 'First day in the institution' };
const LATER: Text = { lv: 'Norādīs vēlāk', en: 'To be named later' };
const MEMBERSHIP: Text = { lv: 'Piederība', en: 'Membership' };
const PLACE: Text = { lv: 'Ieskaitīt klasē', en: 'Place in a class' };
const MOVE: Text = { lv: 'Mainīt klasi', en: 'Change class' };
const NOW_IN: Text = { lv: 'Tagad klasē', en: 'Now in class' };
const NEW_CLASS: Text = { lv: 'Jaunā klase', en: 'New class' };
const FROM_DAY: Text = { lv: 'No dienas', en: 'From' };
const FROM_HINT: Text = { lv: 'Līdz šai dienai paliek ieraksts par iepriekšējo klasi.', en: 'Until that day the record of the class before stays.' };
const CONFIRM: Text = { lv: 'Citas klašu grupas vai cita veida klase', en: 'A class of another grade or kind' };
const CONFIRMED: Text = { lv: 'Jā, izglītojamais tiešām pāriet uz šo klasi', en: 'Yes, the learner does move to this class' };
const REPEATING: Text = { lv: 'Mācību gads', en: 'School year' };
const REPEATS: Text = { lv: 'Mācās atkārtoti', en: 'Repeats the year' };
const END: Text = { lv: 'Izbeigt piederību', en: 'End the membership' };
const END_DO: Text = { lv: 'Izbeigt piederību', en: 'End the membership' };
const LAST_DAY: Text = { lv: 'Pēdējā diena iestādē', en: 'Last day in the institution' };
const EXAMPLE: Text = { lv: 'Piemērs', en: 'Example' };
const COMMENT: Text = { lv: 'Komentārs', en: 'Comment' };
const COMMENT_NEEDED: Text = { lv: 'Komentārs ir obligāts.', en: 'A comment is required.' };
const UNVERIFIED: Text = { lv: 'Iemeslu saraksts vēl nav pārbaudīts pret ministrijas klasifikatoru.', en: 'The list of reasons has not yet been verified against the ministry’s classifier.' };
const CORRECT: Text = { lv: 'Labot piederību', en: 'Correct the membership' };
const WITHDRAW: Text = { lv: 'Atsaukt kļūdainu piederību', en: 'Take a wrong membership back' };
const WITHDRAW_LEAD: Text = { lv: 'Atsauciet tikai tad, ja šīs piederības nekad nav bijis. Ja izglītojamais ir aizgājis, izbeidziet piederību.', en: 'Take it back only if this membership never was. If the learner has left, end it.' };
const WITHDRAW_PLACEMENT: Text = { lv: 'Atsaukt kļūdainu klasi', en: 'Take a wrong class back' };
const PLACEMENT_BACK: Text = {
  lv: 'Ieraksts par klasi {title} no {from} būs atsaukts, un izglītojamais būs klasē {before} bez pārtraukuma no {since}. Atsauciet tikai tad, ja klases maiņa ir ierakstīta kļūdas dēļ.',
  en: 'The record of class {title} from {from} will be taken back, and the learner will be in {before} without a break since {since}. Take it back only if the change of class was recorded by mistake.',
};
const PLACEMENT_LATER: Text = {
  lv: 'Atgriezīsies arī tas, kas bija ieplānots pēc tam: {later}.',
  en: 'What had been planned for later comes back too: {later}.',
};
const PLACEMENT_NONE: Text = {
  lv: 'Ieraksts par klasi {title} no {from} būs atsaukts, un izglītojamais šajā laikā nebūs nevienā klasē. Atsauciet tikai tad, ja tas ierakstīts kļūdas dēļ.',
  en: 'The record of class {title} from {from} will be taken back, and the learner will be in no class during that time. Take it back only if it was recorded by mistake.',
};
const REOPEN: Text = { lv: 'Atcelt izbeigšanu', en: 'Take the ending back' };
const REOPEN_LEAD: Text = { lv: 'Piederība turpināsies, it kā nebūtu izbeigta, kopā ar klasi, kurā izglītojamais bija.', en: 'The membership goes on as if it had not ended, with the class in which the learner was.' };
const KIND: Text = { lv: 'Piederības veids', en: 'Kind of membership' };
const BESIDE: Text = { lv: 'Papildu piederība', en: 'Beside the main one' };
const BESIDE_HINT: Text = { lv: 'Piemēram, interešu izglītība vai mūzikas skola. Pamata piederība vienlaikus ir tikai viena.', en: 'For example interest education or a music school. There is only one main membership at a time.' };
