import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { TextField } from '#ui/form/text-field.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Means } from '../../actions/my-means.js';
import { JOIN_NOT_CONFIRMED } from '../../texts.js';
import { WORDS } from '../words.js';

/** Joins another account of one's own into this one. */
export function JoinPage({ view, means, attempt }: { view: View; means: Means; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(WORDS.join)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.join }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(WORDS.join)}</h1>
      {means.user.confirmedBy ? (
        <>
          <Lead>{t(LEAD)}</Lead>
          <Form csrf={view.csrf}>
            <TextField {...field('login')} label={LOGIN} autoComplete="off" width="medium" />
            <TextField {...field('password')} label={PASSWORD} type="password" autoComplete="current-password" width="medium" />
            <TextField {...field('code')} label={CODE} hint={CODE_HINT} inputMode="numeric" autoComplete="one-time-code" width="short" optional />
            <ButtonRow>
              <Button variant="danger">{t(WORDS.join)}</Button>
            </ButtonRow>
          </Form>
        </>
      ) : (
        <>
          <Notice lang={lang} tone="warning" title={JOIN_NOT_CONFIRMED} />
          <ButtonRow>
            <ButtonLink href="/my/sign-in">{t(WORDS.means)}</ButtonLink>
          </ButtonRow>
        </>
      )}
    </Page>
  );
}

const LEAD: Text = {
  lv: 'Otra konta tiesības pāries uz šo, un otrs konts tiks slēgts. To atcelt nevar.',
  en: 'The rights of the other account go over to this one, and the other is closed. This cannot be undone.',
};
const LOGIN: Text = { lv: 'Otra konta lietotājvārds', en: 'User name of the other account' };
const PASSWORD: Text = { lv: 'Otra konta parole', en: 'Password of the other account' };
const CODE: Text = { lv: 'Otra konta vienreizējais kods', en: 'One-time code of the other account' };
const CODE_HINT: Text = { lv: 'Tikai tad, ja tam ir ieslēgti kodi', en: 'Only if it has codes on' };
