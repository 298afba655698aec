import type { VNode } from 'preact';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { TextArea } from '#ui/form/text-area.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { FormRow } from '../../actions/forms.js';
import { STAGE_WORDS } from '../../domain/form.js';
import { CERTIFICATES, FORMS, W } from '../words.js';
import { FIELDS } from './words.js';

/** The words of a new form, beginning from those of the last one. */
export function NewFormPage({ view, attempt, loaded: { last, earliest } }: { view: View; attempt: Attempt; loaded: { readonly last: FormRow; readonly earliest: IsoDate } }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const title = fill(TITLE, { stage: t(STAGE_WORDS[last.stage]) });
  return (
    <Page {...view.frame} title={t(title)} breadcrumbs={[{ text: W.certificates, href: CERTIFICATES }, { text: W.forms, href: FORMS }, { text: title }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(title)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf} action={`${FORMS}/new`}>
        <HiddenFields values={{ stage: last.stage }} />
        <DateField {...field('validFrom', earliest)} label={FIELDS.validFrom} hint={FROM_HINT} min={earliest} />
        <TextField {...field('issuer', last.issuer)} label={FIELDS.issuer} width="full" maxLength={300} />
        <TextField {...field('title', last.title)} label={FIELDS.title} width="full" maxLength={300} />
        <TextArea {...field('statements', last.statements.join('\n'))} label={FIELDS.statements} hint={LINES_HINT} rows={4} maxLength={2_000} />
        <TextField {...field('outcome', last.outcome)} label={FIELDS.outcome} width="full" maxLength={300} />
        <TextField {...field('partHead', last.partHeads[0]!)} label={FIELDS.partHead} maxLength={300} />
        <TextField {...field('valueHead', last.partHeads[1]!)} label={FIELDS.valueHead} maxLength={300} />
        <TextField {...field('place', last.place)} label={FIELDS.place} width="full" maxLength={300} />
        <TextField {...field('attestation', last.attestation)} label={FIELDS.attestation} width="full" maxLength={300} />
        <TextArea {...field('notices', last.notices.join('\n'))} label={FIELDS.notices} hint={NOTICES_HINT} rows={3} maxLength={2_000} optional />
        <TextField {...field('legalBasis', '')} label={FIELDS.legalBasis} hint={BASIS_HINT} width="full" maxLength={500} />
        <ButtonRow>
          <Button>{t(KEEP)}</Button>
          <Button variant="secondary" to={`${FORMS}/preview`}>{t(PREVIEW)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Jauna veidlapa: {stage}', en: 'New form: {stage}' };
const LEAD: Text = {
  lv: 'Sertifikātā {subject} vietā ir mācību priekšmets, {level} – apguves līmenis, {total} – kopvērtējums, {issued} – izdošanas diena. Pirms saglabāšanas apskatiet lapu ar izdomātiem vārdiem.',
  en: 'On the certificate {subject} stands for the subject, {level} for the level, {total} for the total and {issued} for the day of issue. Look at the page with made-up words before you keep it.',
};
const FROM_HINT: Text = { lv: 'Līdz tai sertifikātus izdod pēc iepriekšējās; jau sagatavotie nemainās.', en: 'Until then certificates are issued by the one before; those that are drafted stay as they are.' };
const LINES_HINT: Text = { lv: 'Katra rinda atsevišķi', en: 'Each line by itself' };
const NOTICES_HINT: Text = { lv: 'Katra rinda atsevišķi; var būt tukšs', en: 'Each line by itself; may be empty' };
const BASIS_HINT: Text = { lv: 'Tiesību akts un punkts', en: 'The act and its item' };
const KEEP: Text = { lv: 'Saglabāt', en: 'Keep' };
const PREVIEW: Text = { lv: 'Apskatīt lapu (PDF)', en: 'Look at the page (PDF)' };
