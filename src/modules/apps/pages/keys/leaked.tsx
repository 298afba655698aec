import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { WORDS } from '../words.js';

/** Asks once more and for the reason, since it touches everybody who enters any program. */
export function LeakedKeyPage({ view, attempt }: { view: View; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(TITLE)} breadcrumbs={[{ text: WORDS.keys, href: '/apps/keys' }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(TITLE)}</h1>
      <Notice lang={lang} tone="warning" title={ALL}>
        <p>{t(MEANING)}</p>
      </Notice>
      <Form csrf={view.csrf}>
        <TextField {...field('why')} label={WHY} hint={WHY_HINT} width="full" />
        <ButtonRow>
          <Button variant="danger">{t(CHANGE)}</Button>
          <ButtonLink href="/apps/keys" variant="secondary">
            {t(LEAVE)}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}

const TITLE: Text = { lv: 'Atslēga noplūdusi', en: 'The key has leaked' };
const ALL: Text = { lv: 'Tas skar visas lietotnes', en: 'This concerns all programs' };
const MEANING: Text = {
  lv: 'Visas līdzšinējās atslēgas tiks izņemtas uzreiz, un parakstīs jauna. Kamēr lietotne jauno atslēgu nav uzzinājusi, tajā nevar ienākt. Atsaukt to nevar.',
  en: 'All present keys are withdrawn at once, and a new one signs. Until a program has learned of the new key, nobody can enter it. This cannot be undone.',
};
const WHY: Text = { lv: 'Kas noticis', en: 'What happened' };
const WHY_HINT: Text = { lv: 'Paliek audita žurnālā', en: 'Stays in the audit log' };
const CHANGE: Text = { lv: 'Nomainīt atslēgas uzreiz', en: 'Change the keys at once' };
const LEAVE: Text = { lv: 'Neko nemainīt', en: 'Change nothing' };
