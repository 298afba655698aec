import type { VNode } from 'preact';
import type { FieldError } from '#kernel/errors.js';
import type { Lang } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '../form/button.js';
import { Checkboxes } from '../form/checkboxes.js';
import { DateField } from '../form/date-field.js';
import { ErrorSummary } from '../form/error-summary.js';
import { fieldsOf } from '../form/fields-of.js';
import { Fieldset } from '../form/fieldset.js';
import { FileField } from '../form/file-field.js';
import { Form } from '../form/form.js';
import { Radios } from '../form/radios.js';
import { SelectField } from '../form/select-field.js';
import { TextArea } from '../form/text-area.js';
import { TextField } from '../form/text-field.js';

const ERRORS: readonly FieldError[] = [
  { field: 'regNo', message: { lv: 'Reģistrācijas numuram jābūt 10 cipariem.', en: 'The registration number must have 10 digits.' } },
  { field: 'status', message: { lv: 'Izvēlieties juridisko statusu.', en: 'Choose the legal status.' } },
];

export const Forms = ({ lang }: { lang: Lang }): VNode => {
  const field = fieldsOf({ lang, values: { name: 'Ikšķiles vidusskola', regNo: '471390', kinds: ['general'] }, errors: ERRORS });
  return (
    <Form csrf="example" upload>
      <ErrorSummary lang={lang} errors={ERRORS} />
      <TextField {...field('name')} label={{ lv: 'Nosaukums', en: 'Name' }} width="full" />
      <TextField {...field('regNo')} label={{ lv: 'Reģistrācijas numurs', en: 'Registration number' }} hint={{ lv: '10 cipari, piemēram, 4713900001', en: '10 digits, for example 4713900001' }} width="medium" inputMode="numeric" />
      <Radios
        {...field('status')}
        label={{ lv: 'Juridiskais statuss', en: 'Legal status' }}
        options={[
          { value: 'municipal', label: { lv: 'Pašvaldības dibināta iestāde', en: 'Founded by a municipality' }, hint: { lv: 'Dibinātājs mainās kopā ar teritoriju.', en: 'The founder changes with the territory.' } },
          { value: 'state', label: { lv: 'Valsts dibināta iestāde', en: 'Founded by the state' } },
          { value: 'private', label: { lv: 'Privāta iestāde', en: 'Private' } },
        ]}
      />
      <Checkboxes
        {...field('kinds')}
        label={{ lv: 'Izglītības veidi', en: 'Kinds of education' }}
        inline
        options={[
          { value: 'general', label: { lv: 'Vispārējā', en: 'General' } },
          { value: 'vocational', label: { lv: 'Profesionālā', en: 'Vocational' } },
          { value: 'interest', label: { lv: 'Interešu', en: 'Hobby' } },
        ]}
      />
      <DateField {...field('from', '2021-07-01')} label={{ lv: 'Spēkā no', en: 'In force from' }} min="2009-07-01" />
      <Fieldset lang={lang} legend={{ lv: 'Adrese', en: 'Address' }} hint={{ lv: 'Kur iestāde patiesi strādā.', en: 'Where the institution really works.' }}>
        <SelectField
          {...field('unit')}
          label={{ lv: 'Pašvaldība', en: 'Municipality' }}
          emptyOption={{ lv: 'Izvēlieties', en: 'Choose' }}
          options={[
            { value: '0040000', label: 'Ogres novads' },
            { value: '0026000', label: 'Ķekavas novads' },
          ]}
        />
        <TextField {...field('street')} label={{ lv: 'Iela, māja', en: 'Street, house' }} optional />
      </Fieldset>
      <FileField {...field('basis')} label={{ lv: 'Lēmums', en: 'Decision' }} hint={{ lv: 'PDF vai .edoc, līdz 20 MB', en: 'PDF or .edoc, up to 20 MB' }} accept=".pdf,.edoc" />
      <TextArea {...field('notes')} label={{ lv: 'Piezīmes', en: 'Notes' }} optional rows={3} />
      <ButtonRow>
        <Button>{lang === 'lv' ? 'Reģistrēt iestādi' : 'Register the institution'}</Button>
        <ButtonLink href="#forms" variant="quiet">
          {lang === 'lv' ? 'Atcelt' : 'Cancel'}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
};
