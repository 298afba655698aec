import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import type { Means } from '../../actions/my-means.js';
import { JOIN_NOT_CONFIRMED, JOIN_SEALED } from '../../texts.js';
import { WORDS } from '../words.js';

/** Says how another account of one's own is joined into this one, and begins it. */
export function JoinPage({ view, means, why = means.user.sealed ? JOIN_SEALED : means.user.confirmedBy ? null : JOIN_NOT_CONFIRMED }: { view: View; means: Means; why?: Text | null }): VNode {
  const { lang, t } = view;
  return (
    <Page {...view.frame} title={t(WORDS.join)} breadcrumbs={[{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.join }]}>
      <h1>{t(WORDS.join)}</h1>
      {why ? (
        <>
          <Notice lang={lang} tone="warning" title={why} />
          <ButtonRow>
            <ButtonLink href="/my/sign-in">{t(WORDS.means)}</ButtonLink>
          </ButtonRow>
        </>
      ) : (
        <>
          <Lead>{t({ lv: `Paliks šis konts: ${means.user.login}. Otru slēgs, un tā tiesības pāries uz šo.`, en: `This account stays: ${means.user.login}. The other is closed, and its rights go over to this one.` })}</Lead>
          <ol>
            <li>{t(STEP_OUT)}</li>
            <li>{t(STEP_IN)}</li>
            <li>{t(STEP_JOIN)}</li>
          </ol>
          <Form csrf={view.csrf}>
            <ButtonRow>
              <Button>{t(BEGIN)}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </Page>
  );
}

const STEP_OUT: Text = { lv: 'Jūs tiekat izrakstīts no šī konta.', en: 'You are signed out of this account.' };
const STEP_IN: Text = { lv: 'Tajā pašā pārlūkā pierakstieties otrā kontā, kā parasti tajā pierakstāties.', en: 'In this same browser sign in to the other account, the way you usually do.' };
const STEP_JOIN: Text = { lv: 'Apstipriniet, ka konti jāapvieno. To atcelt nevar.', en: 'Confirm that the accounts are to be joined. This cannot be undone.' };
const BEGIN: Text = { lv: 'Sākt', en: 'Begin' };
