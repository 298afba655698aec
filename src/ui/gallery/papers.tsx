import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { Button, ButtonRow } from '../form/button.js';
import { Form } from '../form/form.js';
import { TextField } from '../form/text-field.js';
import { Sheets, SheetsWithForm } from '../sheets.js';

/** A paper of two pages, each a picture of its own, and the form that is filled in while it is read. */
export const Papers = ({ lang }: { lang: Lang }): VNode => (
  <SheetsWithForm
    sheets={<Sheets lang={lang} label={lang === 'lv' ? 'Izdomāts darbs' : 'A made-up work'} pages={2} hrefOf={picture} />}
    form={
      <Form csrf="example">
        <TextField lang={lang} name="points" label={{ lv: 'Punkti', en: 'Points' }} width="short" inputMode="numeric" />
        <ButtonRow>
          <Button>{lang === 'lv' ? 'Saglabāt vērtējumu' : 'Save the assessment'}</Button>
        </ButtonRow>
      </Form>
    }
  />
);

const LINES = [60, 90, 120, 150, 180].map((y, at) => `<path d="M40 ${y}H${at % 2 ? 260 : 320}" stroke="#556" stroke-width="3"/>`).join('');

const picture = (page: number): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 220"><text x="40" y="36" font-size="20">${page}</text>${LINES}</svg>`)}`;
