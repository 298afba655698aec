import type { VNode } from 'preact';
import { DateField } from '#ui/form/date-field.js';
import type { FieldState } from '#ui/form/fields-of.js';
import { TextField } from '#ui/form/text-field.js';
import { Details } from '#ui/details.js';
import type { View } from '#web/view.js';
import type { Text } from '#kernel/text.js';
import { W } from './pupil-words.js';

/** Who is meant: by personal code and family name; without a Latvian code by names and day of birth. */
export const LearnerFields = ({ view, field }: { view: View; field: (name: string) => FieldState }): VNode => {
  const without = field('given').value !== '' || field('bornOn').value !== '';
  return (
    <>
      <TextField {...field('code')} label={W.code} hint={W.codeHint} width="medium" autoComplete="off" />
      <TextField {...field('family')} label={W.family} hint={W.familyHint} autoComplete="off" />
      <Details summary={view.t(NO_CODE)} open={without}>
        <TextField {...field('given')} label={W.given} autoComplete="off" optional />
        <DateField {...field('bornOn')} label={BORN} optional />
      </Details>
    </>
  );
};

const NO_CODE: Text = { lv: 'Nav Latvijas personas koda', en: 'There is no Latvian personal code' };
const BORN: Text = { lv: 'Dzimšanas diena', en: 'Day of birth' };
