import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { TextField } from '#ui/form/text-field.js';
import type { View } from '#web/view.js';
import type { Field } from '../record/fields.js';

/** The other way out of a form of correction. */
export const Instead = ({ view, href, text }: { view: View; href: string; text: Text }): VNode => (
  <ButtonRow>
    <ButtonLink href={href} variant="quiet">
      {view.t(text)}
    </ButtonLink>
  </ButtonRow>
);

/** Why something is put right or taken back. */
export const Why = ({ field }: { field: Field }): VNode => <TextField {...field('reason', '')} label={WHY} hint={WHY_HINT} width="full" maxLength={200} />;

export const LEAD: Text = {
  lv: 'Labojiet to, kas ierakstīts kļūdaini. Līdzšinējais ieraksts paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'Put right what was recorded wrongly. The entry as it stood stays as what the register said before.',
};
export const WITHDRAW: Text = { lv: 'Tā nekad nebija: atsaukt ierakstu', en: 'It never was so: take the entry back' };
export const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
export const CORRECTED: Text = { lv: 'Ieraksts labots.', en: 'The entry is corrected.' };
export const WITHDRAWN: Text = { lv: 'Ieraksts atsaukts.', en: 'The entry is taken back.' };
const WHY: Text = { lv: 'Labojuma iemesls', en: 'Reason for the correction' };
const WHY_HINT: Text = {
  lv: 'Piemēram, “pārrakstīšanās kļūda” vai “ierakstīts citai personai”. Iemeslu redzēs arī pati persona.',
  en: 'For example “slip of the pen” or “recorded for another person”. The person concerned will see it too.',
};
