import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { TextField } from '#ui/form/text-field.js';
import type { View } from '#web/view.js';
import type { Field } from '../record/fields.js';

/** The quiet link to a correction, with words for those who only hear it. */
export const CorrectLink = ({ view, href, about }: { view: View; href: string; about: string }): VNode => (
  <a href={href}>
    {view.t(CORRECT)}
    <span class="visually-hidden">{` ${about}`}</span>
  </a>
);

/** The other way out of a form of correction. */
export const Instead = ({ view, href, text }: { view: View; href: string; text: Text }): VNode => (
  <ButtonRow>
    <ButtonLink href={href} variant="quiet">
      {view.t(text)}
    </ButtonLink>
  </ButtonRow>
);

/** Why something is taken back: kept in the audit log. */
export const Why = ({ field }: { field: Field }): VNode => <TextField {...field('why')} label={WHY} hint={WHY_HINT} width="full" />;

export const CORRECTION: Text = { lv: 'Ieraksta labošana', en: 'Correcting an entry' };
export const CORRECTION_LEAD: Text = {
  lv: 'Labojiet to, kas ierakstīts kļūdaini. Līdzšinējais ieraksts paliek redzams kā tas, ko reģistrs rādīja iepriekš.',
  en: 'Put right what was recorded wrongly. The entry as it stood stays as what the register said before.',
};
export const WITHDRAWAL: Text = { lv: 'Ieraksta atsaukšana', en: 'Taking an entry back' };
export const TAKE_BACK: Text = { lv: 'Atsaukt', en: 'Take back' };
export const CORRECT: Text = { lv: 'Labot', en: 'Correct' };
const WHY: Text = { lv: 'Kāpēc atsauc', en: 'Why it is taken back' };
const WHY_HINT: Text = { lv: 'Piemēram, ierakstīts par citu iestādi', en: 'For example: recorded for another institution' };
