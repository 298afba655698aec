import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Form } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import type { View } from '#web/view.js';
import type { MadeCodes } from '../../actions/recovery-codes.js';
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
export const NewRecoveryCodesPage = ({ view, made: { codes, name, login, publicUrl } }: { view: View; made: MadeCodes }): VNode => (
  <Page {...view.frame} title={view.t(WORDS.recovery)} breadcrumbs={CRUMBS}>
    <h1>{view.t(WORDS.recovery)}</h1>
    <div class="no-print">
      <Notice lang={view.lang} tone="warning" title={NOW}>
        <p>{view.t(NOW_WHY)}</p>
      </Notice>
    </div>
    <SummaryList
      lang={view.lang}
      items={[
        { key: WHOSE, value: `${name} (${login})` },
        { key: WHERE, value: publicUrl },
        { key: MADE, value: readableDay(view.today) },
      ]}
    />
    <p>{view.t(HOW)}</p>
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
  en: 'Ten one-time codes for the day your device is lost: each takes the place of the second factor once. Print them and keep them like money.',
};
const WHOSE: Text = { lv: 'Kam', en: 'Whose' };
const WHERE: Text = { lv: 'Kur', en: 'Where' };
const MADE: Text = { lv: 'Izveidoti', en: 'Made' };
const HOW: Text = {
  lv: 'Pierakstieties ar lietotājvārdu un paroli; kad prasa otru līdzekli, atveriet “Ierīces nav pie rokas?” un ievadiet vienu no šiem. Izlietoto izsvītrojiet: katrs der vienu reizi.',
  en: 'Sign in with user name and password; when a second factor is asked for, open “Device not at hand?” and enter one of these. Cross it out then: each works once.',
};
const MAKE: Text = { lv: 'Izveidot desmit kodus', en: 'Make ten codes' };
const NOW: Text = { lv: 'Izdrukājiet vai pierakstiet tagad', en: 'Print or write them down now' };
const NOW_WHY: Text = { lv: 'Tos rāda tikai šoreiz. Iepriekšējie kodi vairs neder.', en: 'They are shown this once only. Earlier codes no longer work.' };
const DONE: Text = { lv: 'Esmu saglabājis', en: 'I have kept them' };
