import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button } from '#ui/form/button.js';
import { fieldsOf, type FieldState } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { LOOK_REASONS } from '../../domain/look-reasons.js';
import { WORDS } from '../words.js';

/** The way to a person's card. */
export const ReasonForm = ({ view, attempt, action }: { view: View; attempt: Attempt; action: string }): VNode => (
  <Form csrf={view.csrf} action={action}>
    <ReasonFields field={fieldsOf({ lang: view.lang, ...attempt })} />
    <Button>{view.t(OPEN)}</Button>
  </Form>
);

/** Why somebody looks, and in which case. */
export const ReasonFields = ({ field }: { field: (name: string) => FieldState }): VNode => (
  <>
    <SelectField {...field('reason')} label={WORDS.reason} hint={WORDS.reasonHint} options={REASONS} emptyOption={WORDS.choose} />
    <TextField {...field('caseReference')} label={WORDS.caseReference} width="medium" maxLength={60} />
  </>
);

const REASONS = Object.entries(LOOK_REASONS).map(([value, label]) => ({ value, label }));
const OPEN: Text = { lv: 'Atvērt kartīti', en: 'Open the card' };
