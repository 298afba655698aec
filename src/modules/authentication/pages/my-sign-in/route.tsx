import { InvalidInput, Unauthenticated } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { button, custom, formPage, showPage, type RawInput, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { beginCode, confirmCode, readMyCode, turnCodeOff } from '../../actions/enrol-code.js';
import { readMyHistory } from '../../actions/my-history.js';
import { readMyMeans } from '../../actions/my-means.js';
import { endMyOtherSessions, endMySession, listMySessions } from '../../actions/my-sessions.js';
import { addPasskey, beginPasskey, readMyPasskey, removePasskey } from '../../actions/passkeys.js';
import { makeRecoveryCodes } from '../../actions/recovery-codes.js';
import { readMyIdentity, unlinkIdentity } from '../../actions/unlink-identity.js';
import { IDENTITY_UNLINKED, SIGN_IN_AGAIN } from '../../texts.js';
import { ADD_FACTOR_PATH, PROOF_COOKIE, STAY_PATH } from '../../domain/session-cookie.js';
import { rememberProof } from '../cookies.js';
import { originOf } from '../visitor-of.js';
import { MyCodePage } from './code.js';
import { HistoryPage } from './history.js';
import { MyMeansPage } from './hub.js';
import { joinRoutes } from './join-route.js';
import { AddPasskeyPage } from './passkey.js';
import { passwordRoutes } from './password-route.js';
import { NewRecoveryCodesPage, RecoveryCodesPage } from './recovery-codes.js';
import { RemovePasskeyPage } from './remove-passkey.js';
import { UnlinkPage } from './unlink.js';
import { SessionsPage } from './sessions.js';

const ENDED: Text = { lv: 'Sesija ir izbeigta.', en: 'The session has ended.' };
const TURNED_ON: Text = { lv: 'Vienreizējie kodi ir ieslēgti.', en: 'One-time codes are on.' };
const NOW_RECOVERY: Text = { lv: 'Vienreizējie kodi ir ieslēgti. Tagad izveidojiet atkopšanas kodus dienai, kad tālruņa nebūs pie rokas.', en: 'One-time codes are on. Now make recovery codes for the day the phone is not at hand.' };
const TURNED_OFF: Text = { lv: 'Vienreizējie kodi ir izslēgti.', en: 'One-time codes are off.' };
const PASSKEY_ADDED: Text = { lv: 'Piekļuves atslēga ir pievienota.', en: 'The passkey has been added.' };
const PASSKEY_REMOVED: Text = { lv: 'Piekļuves atslēga ir noņemta.', en: 'The passkey has been removed.' };

const withPresent = (raw: RawInput, view: View) => ({ ...raw, present: view.sessionId ?? '' });
const backToMeans = (notice: Text) => () => ({ to: ADD_FACTOR_PATH, notice });

export const mySignInRoutes: readonly WebRoute[] = [
  showPage({ path: ADD_FACTOR_PATH, action: readMyMeans, render: (means, view) => <MyMeansPage view={view} means={means} restricted={view.restricted} /> }),
  showPage({ path: '/my/sessions', action: listMySessions, render: (sessions, view) => <SessionsPage view={view} sessions={sessions} /> }),
  button({ path: '/my/sessions/end', action: endMySession, done: () => ({ to: '/my/sessions', notice: ENDED }) }),
  button({ path: '/my/sessions/end-others', action: endMyOtherSessions, input: withPresent, done: () => ({ to: '/my/sessions', notice: ENDED }) }),
  ...passwordRoutes,
  formPage({
    path: '/my/sign-in/code',
    load: readMyCode,
    render: (code, view, attempt) => <MyCodePage view={view} attempt={attempt} code={code} />,
    action: beginCode,
    done: () => ({ to: '/my/sign-in/code' }),
  }),
  formPage({
    path: '/my/sign-in/code/confirm',
    load: readMyCode,
    render: (code, view, attempt) => <MyCodePage view={view} attempt={attempt} code={code} />,
    action: confirmCode,
    input: withPresent,
    done: ({ toRecoveryCodes }) => (toRecoveryCodes ? { to: '/my/sign-in/recovery-codes', notice: NOW_RECOVERY } : { to: ADD_FACTOR_PATH, notice: TURNED_ON }),
  }),
  button({ path: '/my/sign-in/code/off', action: turnCodeOff, input: withPresent, done: backToMeans(TURNED_OFF) }),
  showPage({ path: '/my/sign-in/passkeys', action: readMyMeans, render: (_means, view) => <AddPasskeyPage view={view} attempt={{ values: {}, errors: [] }} /> }),
  custom({
    method: 'POST',
    path: '/my/sign-in/passkeys/options',
    async handle(_request, reply, at) {
      const { options, token } = await at.perform(beginPasskey, {});
      rememberProof(reply, token);
      return reply.type('application/json').send(JSON.stringify(options));
    },
  }),
  custom({
    method: 'POST',
    path: '/my/sign-in/passkeys',
    async handle(request, _reply, at) {
      try {
        await at.perform(addPasskey, { ...withPresent(at.raw, at.view), token: request.cookies[PROOF_COOKIE] ?? '', origin: originOf(request) });
        return at.redirect({ to: ADD_FACTOR_PATH, notice: PASSKEY_ADDED });
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return at.send(<AddPasskeyPage view={at.view} attempt={{ values: { name: at.raw['name'] }, errors: error.fields }} />, error.status);
      }
    },
  }),
  formPage({
    path: '/my/sign-in/passkeys/:id/remove',
    load: readMyPasskey,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (passkey, view, attempt) => <RemovePasskeyPage view={view} passkey={passkey} attempt={attempt} />,
    action: removePasskey,
    input: withPresent,
    done: backToMeans(PASSKEY_REMOVED),
  }),
  formPage({
    path: '/my/sign-in/identities/:id/unlink',
    load: readMyIdentity,
    loadInput: (raw) => ({ id: raw['id'] }),
    render: (found, view, attempt) => <UnlinkPage view={view} found={found} attempt={attempt} />,
    action: unlinkIdentity,
    input: withPresent,
    done: backToMeans(IDENTITY_UNLINKED),
  }),
  showPage({ path: '/my/sign-in/history', action: readMyHistory, render: (history, view) => <HistoryPage view={view} history={history} /> }),
  custom({
    method: 'POST',
    path: STAY_PATH,
    async handle(_request, reply, { view }) {
      if (!view.frame.session) throw new Unauthenticated('sign-in-needed', SIGN_IN_AGAIN);
      return reply.type('application/json').send(JSON.stringify({ endsInSeconds: view.frame.session.endsInSeconds }));
    },
  }),
  ...joinRoutes,
  formPage({
    path: '/my/sign-in/recovery-codes',
    load: readMyMeans,
    render: (means, view) => <RecoveryCodesPage view={view} left={means.recoveryCodesLeft} />,
    action: makeRecoveryCodes,
    input: withPresent,
    done: (made, view) => <NewRecoveryCodesPage view={view} made={made} />,
  }),
];
