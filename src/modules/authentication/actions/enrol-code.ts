import { z } from 'zod';
import { Conflict, invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { enrolmentAddress, newCodeSecret, stepOfCode } from '../domain/one-time-code.js';
import { seal, unseal } from '../domain/secret-box.js';
import { confirmCodeSecret, getOwnCredentials, proposeCodeSecret } from '../store/credentials.js';
import { endSessions } from '../store/sessions.js';
import { CODE_ALREADY_ON, NO_CODE_BEGUN, WRONG_CODE, WRONG_PASSWORD } from '../texts.js';
import { CODE_KEY, CodeInput } from './code-input.js';
import { ownUserId } from './own-user.js';
import { isPassword } from './passwords.js';

/** The state of one's own second factor; its secret only while it waits to be confirmed. */
export interface CodeState {
  readonly on: boolean;
  readonly proposal: { readonly secret: string; readonly address: string } | null;
}

export const readMyCode = readAction({
  name: 'access.read-my-code',
  title: { lv: 'Apskatīti savi pierakstīšanās līdzekļi', en: 'Own means of sign-in looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, installation }): Promise<CodeState> {
    const own = await getOwnCredentials(tx, ownUserId(actor));
    if (own.codeConfirmedAt || !own.codeSecret) return { on: own.codeConfirmedAt !== null, proposal: null };
    const secret = unseal(installation.keyFor(CODE_KEY), own.codeSecret);
    return { on: false, proposal: { secret, address: enrolmentAddress(secret, own.login) } };
  },
});

/** Begins the enrolment: the password once more (OWASP ASVS 5.0, 7.5.1), then a new secret to be scanned. */
export const beginCode = writeAction({
  name: 'access.begin-code',
  title: { lv: 'Sākta vienreizējo kodu ieslēgšana', en: 'Turning on one-time codes begun' },
  permission: SIGNED_IN,
  input: z.object({ password: z.string().min(1).max(1_000) }),
  async run({ tx, actor, installation }, { password }) {
    const userId = ownUserId(actor);
    if (!(await isPassword((await getOwnCredentials(tx, userId)).passwordHash, password))) throw invalid('password', WRONG_PASSWORD);
    const begun = await proposeCodeSecret(tx, userId, seal(installation.keyFor(CODE_KEY), newCodeSecret()));
    if (begun === 0) throw new Conflict('code-already-on', CODE_ALREADY_ON);
  },
  audit: () => ({}),
});

/** The factor counts only after a right code was shown, so that nobody locks themselves out; other sessions end. */
export const confirmCode = writeAction({
  name: 'access.confirm-code',
  title: { lv: 'Ieslēgti vienreizējie kodi', en: 'One-time codes turned on' },
  permission: SIGNED_IN,
  input: z.object({ code: CodeInput, present: z.string() }),
  async run({ tx, actor, installation, now }, { code, present }) {
    const userId = ownUserId(actor);
    const own = await getOwnCredentials(tx, userId);
    if (own.codeConfirmedAt) throw new Conflict('code-already-on', CODE_ALREADY_ON);
    if (!own.codeSecret) throw invalid('code', NO_CODE_BEGUN);
    const step = stepOfCode(unseal(installation.keyFor(CODE_KEY), own.codeSecret), code, now, own.codeLastStep);
    if (step === null || (await confirmCodeSecret(tx, userId, step, now)) === 0) throw invalid('code', WRONG_CODE);
    await endSessions(tx, userId, { except: present }, 'code-enrolled', now);
  },
  audit: () => ({}),
});
