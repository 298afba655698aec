import type { VNode } from 'preact';
import type { Lang } from '#kernel/text.js';
import { type Children, type Words, wordsIn } from '../words.js';
import { Button, ButtonLink, ButtonRow } from './button.js';
import { Form } from './form.js';

export interface ConfirmFormProps {
  readonly lang: Lang;
  readonly csrf: string;
  readonly question: Words;
  readonly action?: string | undefined;
  /** The deed as a verb ("Apply the reform"), never "Yes". */
  readonly confirm: Words;
  readonly cancelHref: string;
  readonly danger?: boolean | undefined;
  /** What will happen, and further fields such as the reason. */
  readonly children?: Children;
}

/** The page that asks once more before something weighty: what will happen, then do it or go back. */
export const ConfirmForm = ({ lang, csrf, question, action, confirm, cancelHref, danger = false, children }: ConfirmFormProps): VNode => (
  <Form csrf={csrf} action={action}>
    <h1>{wordsIn(lang, question)}</h1>
    {children}
    <ButtonRow>
      <Button variant={danger ? 'danger' : 'primary'}>{wordsIn(lang, confirm)}</Button>
      <ButtonLink href={cancelHref} variant="quiet">
        {CANCEL[lang]}
      </ButtonLink>
    </ButtonRow>
  </Form>
);

const CANCEL = { lv: 'Atcelt', en: 'Cancel' };
