import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { dayInRiga } from '#kernel/clock.js';
import { readablePeriod } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { counted, type Forms, instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Timeline } from '#ui/timeline.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { Board } from '../../actions/read-board.js';
import { WORDS } from './words.js';

/** Somebody asks to open passwords for a time: another of those who lead agrees, or leaves it. */
export function Asked({ view: { lang, t, csrf }, asked, path }: { view: View; asked: NonNullable<Board['asked']>; path: string }): VNode {
  const hours = (one: 'lv' | 'en') => counted(asked.hours, HOURS_FOR, one);
  return (
    <Notice lang={lang} tone="warning" title={{ lv: `${asked.by} lūdz atvērt paroles uz ${hours('lv')}`, en: `${asked.by} asks to open passwords for ${hours('en')}` }}>
      <p>{t({ lv: `Iemesls: ${asked.reason}`, en: `Reason: ${asked.reason}` })}</p>
      {asked.own ? (
        <p>{t(ANOTHER)}</p>
      ) : (
        <PostButton action={`${path}/reopen/approve`} csrf={csrf} variant="danger">
          {t({ lv: `Apstiprināt un atvērt uz ${hours('lv')}`, en: `Approve and open for ${hours('en')}` })}
        </PostButton>
      )}
    </Notice>
  );
}

/** What became of passwords here, and the way back for some hours, which takes two people. */
export function Ends({ view, board: { ends, ended, asked, history, reminders, exceptions }, path, leads, attempt }: { view: View; board: Board; path: string; leads: boolean; attempt: Attempt }): VNode {
  const { lang, t, csrf } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <>
      {ends.length + history.length + reminders.length + exceptions.length > 0 && <h2>{t(STORY)}</h2>}
      <Timeline
        lang={lang}
        on={view.today}
        entries={[
          ...ends.map((end) => ({ at: end.at, title: KINDS[end.kind], text: [end.reason, end.lockedOut ? t({ lv: `nevarētu pierakstīties: ${end.lockedOut}`, en: `unable to sign in: ${end.lockedOut}` }) : '', end.reopenedUntil ? t({ lv: `līdz ${instant(end.reopenedUntil)}`, en: `until ${instant(end.reopenedUntil)}` }) : ''].filter(Boolean).join('; ') })),
          ...history.map((one) => ({ at: one.recordedAt, title: POLICY_SET, text: [one.basis, ...(one.passwordsEndOn ? [`${t(WORDS.passwordsEndOn)} ${readableDay(one.passwordsEndOn)}`] : [])].join('; ') })),
          ...reminders.map((one) => ({ at: one.at, title: REMINDED, text: t({ lv: `cilvēki: ${one.sent}`, en: `people: ${one.sent}` }) })),
          ...exceptions.map((one) => ({ at: one.recordedAt, title: EXCEPTED, text: `${one.name}: ${one.reason}; ${readablePeriod({ from: one.validFrom, to: one.validTo }, lang)}` })),
        ]
          .sort((a, b) => b.at.getTime() - a.at.getTime())
          .map(({ at, title, text }) => ({ day: dayInRiga(at), title: t(title), children: <p>{text}</p> }))}
      />
      {leads && ended && (asked === null || asked.own) && (
        <>
          <h2>{t(REOPEN)}</h2>
          <p>{t(REOPEN_WHY)}</p>
          <Form csrf={csrf} action={`${path}/reopen`}>
            <TextField {...field('hours', '4')} label={HOURS} hint={HOURS_HINT} inputMode="numeric" width="short" />
            <TextField {...field('reason')} label={WORDS.reason} width="full" />
            <ButtonRow>
              <Button variant="secondary">{t(ASK)}</Button>
            </ButtonRow>
          </Form>
        </>
      )}
    </>
  );
}

const KINDS: Readonly<Record<Board['ends'][number]['kind'], Text>> = {
  ended: { lv: 'Paroles izslēgtas', en: 'Passwords switched off' },
  held: { lv: 'Paroles netika izslēgtas', en: 'Passwords were not switched off' },
  'reopening-asked': { lv: 'Lūgts atvērt paroles', en: 'Opening passwords asked for' },
  reopened: { lv: 'Paroles atvērtas', en: 'Passwords opened' },
};
const REMINDED: Text = { lv: 'Nosūtīti atgādinājumi', en: 'Reminders sent' };
const EXCEPTED: Text = { lv: 'Piešķirts izņēmums', en: 'Exception given' };
const STORY: Text = { lv: 'Kā tas gājis', en: 'How it went' };
const POLICY_SET: Text = { lv: 'Noteikta kārtība', en: 'Policy set' };
const REOPEN: Text = { lv: 'Atvērt paroles uz laiku', en: 'Open passwords for a time' };
const REOPEN_WHY: Text = { lv: 'Ja kaut kas negaidīti sabojājies: viens lūdz, cits apstiprina, un pēc norādītajām stundām paroles atkal izslēdzas pašas.', en: 'If something broke unexpectedly: one asks, another approves, and after these hours passwords end again by themselves.' };
const ANOTHER: Text = { lv: 'To apstiprina cits atbildīgais, 24 stundu laikā.', en: 'Another responsible person approves it, within 24 hours.' };
const HOURS_FOR: Forms = { lv: ['stundu', 'stundām'], en: ['hour', 'hours'] };
const HOURS: Text = { lv: 'Stundas', en: 'Hours' };
const HOURS_HINT: Text = { lv: '1–72', en: '1–72' };
const ASK: Text = { lv: 'Lūgt atvērt', en: 'Ask to open' };
