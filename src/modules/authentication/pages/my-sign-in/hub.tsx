import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { Means } from '../../actions/my-means.js';
import { confirmedHow, type Factor, FACTOR_NAMES } from '../../domain/factors.js';
import { CONFIRMED_NO_PERSON } from '../../texts.js';
import { WORDS as MUNICIPAL } from '../municipal/words.js';
import { OutsideWays } from '../outside/ways.js';
import { meansColumns } from '../means-columns.js';
import { WORDS } from '../words.js';
import { Identities } from './identities.js';

/** Everything by which one gets in, and what the municipality asks for. */
export const MyMeansPage = ({ view, means, restricted }: { view: View; means: Means; restricted: boolean }): VNode => {
  const { lang, t } = view;
  const { user, passkeys } = means;
  const may = (factor: Factor) => means.policy.allowed.includes(factor) || means.excepted;
  // Until the account is confirmed again nothing can be added to it.
  const waits = user.mustConfirm !== null;
  const mayAdd = (factor: Factor) => may(factor) && !waits;
  const unlessRefused = (factor: Factor, value: VNode | string) => (may(factor) ? value : <>{value} <span class="hint">{t(NOT_HERE)}</span></>);
  return (
    <Page {...view.frame} title={t(WORDS.means)} width="work">
      <h1>{t(WORDS.means)}</h1>
      {means.user.mustConfirm ? <ConfirmFirst view={view} /> : restricted ? <AddFirst view={view} means={means} /> : <Coming view={view} means={means} may={may} />}
      <Confirmation view={view} means={means} />
      <h2>{t(WORDS.passkeys)}</h2>
      <Lead>{t(PASSKEYS_LEAD)}</Lead>
      <DataTable
        lang={lang}
        caption={WORDS.passkeys}
        captionHidden
        rows={passkeys}
        rowKey={(passkey) => passkey.id}
        empty={{ title: NO_PASSKEYS }}
        columns={[
          ...meansColumns(view),
          {
            key: 'remove',
            header: WORDS.remove,
            cell: (passkey) => (
              <a href={`/my/sign-in/passkeys/${passkey.id}/remove`}>
                {t(WORDS.remove)}
                <span class="visually-hidden">: {passkey.name}</span>
              </a>
            ),
          },
        ]}
      />
      {mayAdd('passkey') && (
        <ButtonRow>
          <ButtonLink href="/my/sign-in/passkeys">{t(WORDS.addPasskey)}</ButtonLink>
        </ButtonRow>
      )}
      {!may('passkey') && <p class="hint">{t(NOT_HERE)}</p>}
      <h2>{t(OTHERS)}</h2>
      <SummaryList
        lang={lang}
        items={[
          { key: WORDS.code, value: unlessRefused('code', <On view={view} on={user.hasCode} />), ...(!waits && (may('code') || user.hasCode) && { action: { href: '/my/sign-in/code', text: user.hasCode ? TURN_OFF : TURN_ON, about: WORDS.code } }) },
          { key: WORDS.recovery, value: unlessRefused('recovery-code', t({ lv: `atlikuši: ${means.recoveryCodesLeft}`, en: `left: ${means.recoveryCodesLeft}` })), ...(mayAdd('recovery-code') && { action: { href: '/my/sign-in/recovery-codes', text: MAKE, about: WORDS.recovery } }) },
          { key: FACTOR_NAMES.password, value: <On view={view} on={user.hasPassword} />, ...(user.hasPassword && !waits && { action: { href: '/my/sign-in/password', text: CHANGE, about: FACTOR_NAMES.password } }) },
          { key: WORDS.sessions, value: t(WHERE_NOW), action: { href: '/my/sessions', text: LOOK, about: WORDS.sessions } },
          { key: WORDS.history, value: t(HISTORY), action: { href: '/my/sign-in/history', text: LOOK, about: WORDS.history } },
          { key: WORDS.join, value: t(JOIN), ...(!waits && { action: { href: '/my/sign-in/join', text: BEGIN, about: WORDS.join } }) },
        ]}
      />
      {means.municipal && !waits && (
        <>
          <h2>{t(MUNICIPAL.link)}</h2>
          <p>{t(LINK_WHY)}</p>
          <ButtonRow>
            <ButtonLink href="/sign-in/municipal?purpose=link&amp;to=%2Fmy%2Fsign-in" variant="secondary">
              {t(MUNICIPAL.link)}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
      <Identities view={view} means={means} />
    </Page>
  );
};

/** Whether the account is confirmed, and by what it can be. */
const Confirmation = ({ view, means: { user, confirmers, policy, identities } }: { view: View; means: Means }): VNode => (
  <>
    <h2>{view.t(CONFIRMATION)}</h2>
    {user.confirmedBy ? (
      <p>
        <StatusTag tone="success">{view.t(CONFIRMED)}</StatusTag> {view.t(confirmedHow(user.confirmedBy))}
      </p>
    ) : user.personId === null ? (
      // Nobody is sent to their phone for what is known to fail.
      <p>{view.t(CONFIRMED_NO_PERSON)}</p>
    ) : (
      <>
        <p>{view.t(isOwnFromTheStart(user) ? CONFIRM_TO_JOIN : surelyOf({ identities }).length > 0 ? CONFIRM_STILL : CONFIRM_WHY)}</p>
        <OutsideWays view={view} ways={confirmers.filter(({ method }) => policy.allowed.includes(method))} purpose="confirm" to="/my/sign-in" />
      </>
    )}
  </>
);

const On = ({ view: { t }, on }: { view: View; on: boolean }): VNode => (on ? <StatusTag tone="success">{t(YES)}</StatusTag> : <StatusTag>{t(NO)}</StatusTag>);

const AddFirst = ({ view: { lang, t }, means: { policy, stage, advised, ways } }: { view: View; means: Means }): VNode => (
  <Notice lang={lang} tone="warning" title={ways.length === 0 ? ADD_ANY : ADD_FIRST} announced>
    {policy.innerNetworks.length > 0 && (stage === 'optional' || stage === 'encouraged') && <p>{t(BY_NETWORK)}</p>}
    <p>{t(ways.length === 0 ? addAnyWhy(advised) : policy.allowed.includes('code') ? ADD_FIRST_WHY : ADD_PASSKEY_WHY)}</p>
  </Notice>
);

/** After a reset nothing else helps. */
const ConfirmFirst = ({ view: { lang, t } }: { view: View }): VNode => (
  <Notice lang={lang} tone="warning" title={CONFIRM_AGAIN} announced>
    <p>{t(CONFIRM_AGAIN_WHY)}</p>
  </Notice>
);

/** What the municipality or the country will ask for, before it does. */
function Coming({ view: { lang, t }, means: { user, twoFactorsFrom: day, passkeys, identities }, may }: { view: View; means: Means; may: (factor: Factor) => boolean }): VNode | null {
  if (user.hasCode || passkeys.length > 0) return null;
  const surely = surelyOf({ identities }).map((name) => t(name));
  if (surely.length > 0) {
    // One word on where they stand: whoever still has to confirm the account is not told that nothing is left to do.
    const done = user.confirmedBy !== null || user.personId === null || isOwnFromTheStart(user);
    return (
      <Notice lang={lang} title={{ lv: `No ${readableDay(day)} ar paroli vien vairs nepietiks`, en: `From ${readableDay(day)} the password alone is not enough` }}>
        <p>{done ? t({ lv: `Jūs esat gatavs: turpiniet pierakstīties ar ${surely.join(', ')}.`, en: `You are ready: go on signing in by ${surely.join(', ')}.` }) : t({ lv: `Pierakstīties varēsiet arī tad: ar ${surely.join(', ')}. Palicis viens solis: apstipriniet zemāk, ka konts ir jūsu.`, en: `You will get in then too: by ${surely.join(', ')}. One step is left: confirm below that the account is yours.` })}</p>
      </Notice>
    );
  }
  return (
    <Notice lang={lang} tone="warning" title={{ lv: `No ${readableDay(day)} vajadzīgs otrs līdzeklis`, en: `From ${readableDay(day)} a second factor is needed` }}>
      <p>{t(may('passkey') ? (may('code') ? COMING : COMING_PASSKEY) : may('code') ? COMING_CODE : COMING_NOTHING)}</p>
    </Notice>
  );
}

/** A resident’s account, which their own identity made; it names no place of work. */
const isOwnFromTheStart = ({ personProven, unitId, institutionId }: Means['user']): boolean => personProven && unitId === null && institutionId === null;

/** The identities elsewhere of somebody by which a sign-in is worth two factors. */
const surelyOf = ({ identities }: Pick<Means, 'identities'>): Text[] => identities.filter(({ method }) => SURE_WAYS.includes(method)).map(({ method }) => FACTOR_NAMES[method as Factor]);

const CONFIRM_AGAIN: Text = { lv: 'Apstipriniet kontu no jauna', en: 'Confirm the account again' };
const CONFIRM_AGAIN_WHY: Text = {
  lv: 'Jūsu pierakstīšanās līdzekļus atiestatīja administrators. Tiesības atsāksies, kad kontu apstiprināsiet tikpat droši kā iepriekš vai divi administratori būs jūs redzējuši klātienē.',
  en: 'An administrator reset your means of sign-in. Your rights start again once you confirm the account as surely as before, or two administrators have seen you in person.',
};
const CONFIRMATION: Text = { lv: 'Konta apstiprināšana', en: 'Confirming the account' };
const CONFIRMED: Text = { lv: 'apstiprināts', en: 'confirmed' };
const CONFIRM_WHY: Text = {
  lv: 'Vienu reizi apstipriniet, ka konts ir jūsu. Pēc tam pierakstīsieties ar savu ierīci.',
  en: 'Confirm once that the account is yours. From then on your own device signs you in.',
};
const CONFIRM_STILL: Text = {
  lv: 'Pierakstīšanās vien kontu vēl nepiesaista jums: to jums izveidoja darbavietā, un tā paroli var zināt kāds cits. Apstipriniet vienu reizi, ka konts ir jūsu: tad, zaudējis ierīci, to atgūsiet tikai jūs pats, tikpat droši pierādot, kas esat.',
  en: 'Signing in alone does not yet bind the account to you: it was made for you at work, and somebody else may know its password. Confirm once that it is yours: then, if you lose your device, you alone get it back, by proving as surely who you are.',
};
const CONFIRM_TO_JOIN: Text = {
  lv: 'Konts ir jūsu: tas radās, kad pirmoreiz pierakstījāties. Apstiprināt to vajag vien tad, ja gribat tam pievienot vēl vienu savu kontu.',
  en: 'The account is yours: it came about when you first signed in. It needs confirming only if you want to join another account of yours to it.',
};
const ADD_FIRST: Text = { lv: 'Vispirms pievienojiet otru līdzekli', en: 'First add a second factor' };
const ADD_ANY: Text = { lv: 'Vispirms pievienojiet pierakstīšanās līdzekli', en: 'First add a means of sign-in' };
const addAnyWhy = (advised: Means['advised']): Text => ({
  lv: `Ar paroli te nepierakstās. Pievienojiet vienu no šiem: ${advised.map((one) => FACTOR_NAMES[one].lv).join(', ')}; pārējais atvērsies pēc tam.`,
  en: `Nobody signs in by password here. Add one of these: ${advised.map((one) => FACTOR_NAMES[one].en).join(', ')}; everything else opens then.`,
});
const ADD_PASSKEY_WHY: Text = { lv: 'Jums jāpierakstās ar diviem līdzekļiem. Pievienojiet piekļuves atslēgu; pārējais atvērsies pēc tam.', en: 'You need two factors to sign in. Add a passkey; everything else opens then.' };
const NOT_HERE: Text = { lv: 'Jūsu pašvaldība šo līdzekli neatļauj.', en: 'Your municipality does not allow this means.' };
const ADD_FIRST_WHY: Text = {
  lv: 'Jums jāpierakstās ar diviem līdzekļiem. Pievienojiet piekļuves atslēgu vai vienreizējos kodus; pārējais atvērsies pēc tam.',
  en: 'You need two factors to sign in. Add a passkey or one-time codes; everything else opens then.',
};
/** Identities elsewhere whose sign-in is worth two factors by itself. */
const SURE_WAYS: readonly string[] = ['smart-id', 'eparaksts', 'latvija-lv'];
const BY_NETWORK: Text = {
  lv: 'Iemesls: jūs pierakstāties ārpus pašvaldības tīkla, un jūsu pašvaldība no turienes prasa divus līdzekļus.',
  en: 'The reason: you sign in from outside the network of the municipality, and from there it asks for two factors.',
};
const COMING: Text = { lv: 'Pievienojiet piekļuves atslēgu vai vienreizējos kodus jau tagad: tas prasa divas minūtes.', en: 'Add a passkey or one-time codes now: it takes two minutes.' };
const COMING_PASSKEY: Text = { lv: 'Pievienojiet piekļuves atslēgu jau tagad: tas prasa divas minūtes.', en: 'Add a passkey now: it takes two minutes.' };
const COMING_CODE: Text = { lv: 'Ieslēdziet vienreizējos kodus jau tagad: tas prasa divas minūtes.', en: 'Turn on one-time codes now: it takes two minutes.' };
const COMING_NOTHING: Text = { lv: 'Apstipriniet kontu vai saistiet ar to savu darba kontu, ja tas te ir piedāvāts; citādi jautājiet lietotāju administratoram.', en: 'Confirm the account, or link your account of work to it, where this is offered here; else ask your user administrator.' };
const PASSKEYS_LEAD: Text = {
  lv: 'Atslēga ir jūsu tālrunī, datorā vai USB ierīcē; to atver pirksts, seja vai PIN. Parole nav vajadzīga, un to nevar izkrāpt.',
  en: 'The key is in your phone, computer or USB device; a finger, face or PIN opens it. No password is needed, and it cannot be tricked out of you.',
};
const NO_PASSKEYS: Text = { lv: 'Atslēgu vēl nav.', en: 'There are no keys yet.' };
const OTHERS: Text = { lv: 'Pārējie līdzekļi', en: 'Other means' };
const YES: Text = { lv: 'ir', en: 'on' };
const NO: Text = { lv: 'nav', en: 'off' };
const CHANGE: Text = { lv: 'Mainīt', en: 'Change' };
const TURN_OFF: Text = { lv: 'Izslēgt', en: 'Turn off' };
const TURN_ON: Text = { lv: 'Ieslēgt', en: 'Turn on' };
const MAKE: Text = { lv: 'Izveidot jaunus', en: 'Make new ones' };
const LOOK: Text = { lv: 'Apskatīt', en: 'Look' };
const WHERE_NOW: Text = { lv: 'kur šobrīd esat pierakstījies', en: 'where you are signed in now' };
const HISTORY: Text = { lv: 'kad, no kurienes un ar ko pierakstījāties', en: 'when, from where and by what you signed in' };
const JOIN: Text = { lv: 'ja jums ir vēl viens, piemēram, no vecā portāla', en: 'if you have one more, for example from an old portal' };
const BEGIN: Text = { lv: 'Sākt', en: 'Begin' };
const LINK_WHY: Text = { lv: 'Ja strādājat pašvaldībā, turpmāk varat pierakstīties ar to pašu kontu, ar kuru strādājat tās tīklā.', en: 'If you work for a municipality, you can from then on sign in by the account you use in its network.' };
