import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import type { View } from '#web/view.js';
import { WORDS } from '../words.js';

const CRUMBS = [{ text: WORDS.means, href: '/my/sign-in' }, { text: WORDS.recovery }];

export const RecoveryCodesPage = ({ view, left }: { view: View; left: number }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.recovery)} breadcrumbs={CRUMBS}>
    <h1>{view.t(WORDS.recovery)}</h1>
    <Lead>{view.t(LEAD)}</Lead>
    {left > 0 && <p>{view.t({ lv: `Jums ir ${left} nelietoti kodi. Jaunie tos aizstās.`, en: `You have ${left} unused codes. New ones replace them.` })}</p>}
    <Form csrf={view.csrf}>
      <ButtonRow>
        <Button>{view.t(MAKE)}</Button>
      </ButtonRow>
    </Form>
  </Page>
);

/** The codes, this once; laid out for printing. */
export const NewRecoveryCodesPage = ({ view, codes }: { view: View; codes: readonly string[] }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.recovery)} breadcrumbs={CRUMBS}>
    <h1>{view.t(WORDS.recovery)}</h1>
    <Notice lang={view.lang} tone="warning" title={NOW}>
      <p>{view.t(NOW_WHY)}</p>
    </Notice>
    <ol class="secret-list">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ol>
    <ButtonRow>
      <ButtonLink href="/my/sign-in">{view.t(DONE)}</ButtonLink>
    </ButtonRow>
  </Page>
);

const LEAD: Text = {
  lv: 'Desmit vienreizējie kodi dienai, kad ierīce pazudusi: katrs aizstāj otro līdzekli vienu reizi. Izdrukājiet un glabājiet kā naudu.',
  en: 'Ten one-time codes for the day your device is lost: each takes the place of the second means once. Print them and keep them like money.',
};
const MAKE: Text = { lv: 'Izveidot desmit kodus', en: 'Make ten codes' };
const NOW: Text = { lv: 'Izdrukājiet vai pierakstiet tagad', en: 'Print or write them down now' };
const NOW_WHY: Text = { lv: 'Tos rāda tikai šoreiz. Iepriekšējie kodi vairs neder.', en: 'They are shown this once only. Earlier codes no longer work.' };
const DONE: Text = { lv: 'Esmu saglabājis', en: 'I have kept them' };
