import type { VNode } from 'preact';
import type { Text } from '#kernel/text.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { Radios } from '#ui/form/radios.js';
import { TextField } from '#ui/form/text-field.js';
import { instant } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { MeansOfUser } from '../../actions/means-of-user.js';
import { confirmedHow, type Factor, FACTOR_NAMES } from '../../domain/factors.js';
import { meansColumns } from '../means-columns.js';
import { WORDS } from '../words.js';

/** By what a user gets in, and how an administrator helps who has lost it. */
export function MeansPage({ view, means, attempt }: { view: View; means: MeansOfUser; attempt: Attempt }): VNode {
  const { lang, t } = view;
  const { user, passkeys, identities, stage, policy, excepted } = means;
  const passwordOpens = excepted || (stage !== 'password-off' && policy.allowed.includes('password'));
  const field = fieldsOf({ lang, ...attempt });
  const on = (has: boolean) => t(has ? ON : OFF);
  return (
    <Page {...view.frame} title={t(TITLE)} width="work" breadcrumbs={[{ text: USERS, href: '/access/users' }, { text: user.name, href: `/access/users/${user.id}` }, { text: TITLE }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t({ lv: `Pierakstīšanās līdzekļi: ${user.name}`, en: `Means of sign-in: ${user.name}` })}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: FACTOR_NAMES.password, value: on(user.hasPassword) },
          { key: WORDS.code, value: on(user.hasCode) },
          { key: WORDS.recovery, value: t({ lv: `atlikuši: ${means.recoveryCodesLeft}`, en: `left: ${means.recoveryCodesLeft}` }) },
          { key: CONFIRMED, value: user.confirmedBy ? t(confirmedHow(user.confirmedBy)) : t(user.mustConfirm ? WAITS : NOT_CONFIRMED) },
          { key: LINKED, value: identities.length > 0 ? identities.map(({ method, linkedAt }) => `${t(FACTOR_NAMES[method as Factor])} (${instant(linkedAt)})`).join(', ') : '–' },
        ]}
      />
      <h2>{t(WORDS.passkeys)}</h2>
      <DataTable lang={lang} caption={WORDS.passkeys} captionHidden rows={passkeys} rowKey={(passkey) => passkey.id} empty={{ title: NO_PASSKEYS }} columns={meansColumns(view)} />
      {user.mustConfirm && <InPerson view={view} means={means} attempt={attempt} />}
      <h2>{t(RESET)}</h2>
      <p>{t(RESET_WHY)}</p>
      <p>{t(passwordOpens ? THEN_PASSWORD : THEN_MEANS)}</p>
      {user.confirmedBy && <p>{t(THEN_CONFIRM)}</p>}
      {!user.email && <Notice lang={lang} tone="warning" title={NO_MAIL} />}
      <Form csrf={view.csrf} action={`/access/users/${user.id}/means`}>
        <Radios
          {...field('lost', 'nothing')}
          label={LOST}
          options={[
            { value: 'nothing', label: passwordOpens ? LOST_NOTHING : LOST_LINK },
            { value: 'code', label: LOST_CODE },
            { value: 'passkey', label: LOST_PASSKEY },
            { value: 'all', label: LOST_ALL, hint: LOST_ALL_HINT },
          ]}
        />
        <TextField {...field('how')} label={HOW} hint={HOW_HINT} width="full" />
        <ButtonRow>
          <Button variant="danger">{t(user.confirmedBy ? SEND_CONFIRMED : passwordOpens ? SEND_PASSWORD : SEND_MEANS)}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

/** Two administrators say that they saw the person: the way back for who has neither Smart-ID nor eParaksts. */
function InPerson({ view: { lang, t, csrf }, means: { user, checks }, attempt }: { view: View; means: MeansOfUser; attempt: Attempt }): VNode {
  const field = fieldsOf({ lang, ...attempt });
  return (
    <>
      <h2>{t(SEEN)}</h2>
      <p>{t(SEEN_WHY)}</p>
      {checks.length > 0 && <SummaryList lang={lang} items={checks.map((one) => ({ key: { lv: one.name, en: one.name }, value: `${instant(one.checkedAt)}: ${one.evidence}` }))} />}
      <Form csrf={csrf} action={`/access/users/${user.id}/means/seen`}>
        <TextField {...field('evidence')} label={EVIDENCE} hint={EVIDENCE_HINT} width="full" />
        <ButtonRow>
          <Button>{t(ATTEST)}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

const WAITS: Text = { lv: 'jāapstiprina no jauna; līdz tam tiesību nav', en: 'to be confirmed again; no rights until then' };
const SEEN: Text = { lv: 'Klātienes pārbaude', en: 'Seen in person' };
const SEEN_WHY: Text = {
  lv: 'Konts bija apstiprināts, un pēc atiestatīšanas tas gaida Smart-ID vai eParakstu. Ja lietotājam to nav, divi administratori katrs apliecina, ka redzēja viņu klātienē.',
  en: 'The account had been confirmed, and after the reset it waits for Smart-ID or eParaksts. If the user has neither, two administrators each attest that they saw them in person.',
};
const EVIDENCE: Text = { lv: 'Ko pārbaudījāt', en: 'What you checked' };
const EVIDENCE_HINT: Text = { lv: 'Dokumenta veids, kur un kad; bez dokumenta numura', en: 'The kind of document, where and when; not its number' };
const ATTEST: Text = { lv: 'Apliecināt, ka redzēju klātienē', en: 'Attest that I saw them in person' };
const TITLE: Text = { lv: 'Pierakstīšanās līdzekļi', en: 'Means of sign-in' };
const USERS: Text = { lv: 'Lietotāji', en: 'Users' };
const ON: Text = { lv: 'ir', en: 'on' };
const OFF: Text = { lv: 'nav', en: 'off' };
const CONFIRMED: Text = { lv: 'Konts apstiprināts', en: 'Account confirmed' };
const NOT_CONFIRMED: Text = { lv: 'nav apstiprināts', en: 'not confirmed' };
const LINKED: Text = { lv: 'Saistītās identitātes', en: 'Linked identities' };
const NO_PASSKEYS: Text = { lv: 'Atslēgu nav.', en: 'There are no keys.' };
const RESET: Text = { lv: 'Atiestatīt', en: 'Reset' };
const RESET_WHY: Text = {
  lv: 'Vispirms pārliecinieties, ka to lūdz pats lietotājs: tikpat stingri, kā līdzekli pievienojot. Visas sesijas tiks izbeigtas.',
  en: 'First make sure that it is the user who asks: as firmly as when the means was added. All sessions end.',
};
const LOST: Text = { lv: 'Kas ir pazudis', en: 'What was lost' };
const LOST_NOTHING: Text = { lv: 'Tikai parole', en: 'Only the password' };
const LOST_LINK: Text = { lv: 'Nekas: vajadzīga tikai jauna saite', en: 'Nothing: only a new link is needed' };
const LOST_CODE: Text = { lv: 'Vienreizējo kodu lietotne', en: 'The application of one-time codes' };
const LOST_PASSKEY: Text = { lv: 'Piekļuves atslēgas', en: 'Passkeys' };
const LOST_ALL: Text = { lv: 'Viss', en: 'Everything' };
const LOST_ALL_HINT: Text = { lv: 'Arī atkopšanas kodi un saistītās identitātes', en: 'Recovery codes and linked identities too' };
const HOW: Text = { lv: 'Kā pārliecinājāties', en: 'How you made sure' };
const HOW_HINT: Text = { lv: 'Piemēram, “klātienē pēc pases”; paliek auditācijas žurnālā', en: 'For example “in person, by passport”; kept in the audit log' };
const THEN_PASSWORD: Text = { lv: 'Pēc saites e-pastā lietotājs pats izvēlēsies paroli.', en: 'By the link in the mail the user chooses a password themselves.' };
const THEN_MEANS: Text = { lv: 'Ar paroli te nepierakstās: pēc saites e-pastā lietotājs pats pievienos atļautu līdzekli, ja viņam cita vairs nav.', en: 'Nobody signs in by password here: by the link in the mail the user adds a means that is allowed, if no other is left.' };
const THEN_CONFIRM: Text = { lv: 'Konts ir apstiprināts: pēc atiestatīšanas tas būs bez tiesībām, līdz to apstiprinās no jauna.', en: 'The account is confirmed: after the reset it has no rights until it is confirmed again.' };
const NO_MAIL: Text = { lv: 'Lietotājam nav e-pasta adreses: saiti nebūs kur nosūtīt.', en: 'The user has no mail address: there is nowhere to send the link.' };
const SEND_PASSWORD: Text = { lv: 'Atiestatīt un nosūtīt saiti jaunai parolei', en: 'Reset and send a link for a new password' };
const SEND_MEANS: Text = { lv: 'Atiestatīt un nosūtīt saiti jaunam līdzeklim', en: 'Reset and send a link for a new means' };
const SEND_CONFIRMED: Text = { lv: 'Atiestatīt, apturēt tiesības un nosūtīt saiti', en: 'Reset, suspend the rights and send a link' };
