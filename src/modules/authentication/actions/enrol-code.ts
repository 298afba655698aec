import { z } from 'zod';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { countRecoveryCodes } from '../store/recovery-codes.js';
import { ownUserId } from '#modules/access/public.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { enrolmentAddress, newCodeSecret, stepOfCode } from '../domain/one-time-code.js';
import { confirmGenerator, deleteGenerator, findGenerator, proposeGenerator } from '../store/code-generators.js';
import { findSignInUser } from '../store/people.js';
import { CODE_ALREADY_ON, CODES_OPEN_NOTHING, NO_CODE_BEGUN, WRONG_CODE } from '../texts.js';
import { isExcepted } from '../store/policies.js';
import { mayUse, refuseUnlessAllowed } from './allowed-here.js';
import { CODE_KEY, CodeInput } from './code-input.js';
import { factorAdded, factorRemoved } from './factor-changed.js';
import { waysInOf } from './terms-of.js';

/** The state of one's own one-time codes; their secret only while it waits to be confirmed. */
export interface CodeState {
  readonly on: boolean;
  readonly proposal: { readonly secret: string; readonly address: string } | null;
}

export const readMyCode = readAction({
  name: 'authentication.read-my-code',
  title: { lv: 'Apskatīti savi vienreizējie kodi', en: 'Own one-time codes looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, actor, installation }): Promise<CodeState> {
    const userId = ownUserId(actor);
    const generator = await findGenerator(tx, userId);
    if (!generator || generator.confirmedAt) return { on: generator !== undefined, proposal: null };
    const secret = unseal(installation.keyFor(CODE_KEY), generator.secret);
    return { on: false, proposal: { secret, address: enrolmentAddress(secret, (await findSignInUser(tx, userId))!.login) } };
  },
});

/** Begins the enrolment with a new secret to be scanned; who one is was proven anew before (OWASP ASVS 5.0, 7.5.1). */
export const beginCode = writeAction({
  name: 'authentication.begin-code',
  title: { lv: 'Sākta vienreizējo kodu ieslēgšana', en: 'Turning on one-time codes begun' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({}),
  async run(context) {
    const { tx, actor, installation } = context;
    await refuseWhereOfNoUse(context, ownUserId(actor));
    const begun = await proposeGenerator(tx, ownUserId(actor), seal(installation.keyFor(CODE_KEY), newCodeSecret()));
    if (begun === 0) throw new Conflict('code-already-on', CODE_ALREADY_ON);
  },
  audit: () => ({}),
});

/** The factor counts only after a right code was shown, so that nobody locks themselves out; other sessions end. */
export const confirmCode = writeAction({
  name: 'authentication.confirm-code',
  title: { lv: 'Ieslēgti vienreizējie kodi', en: 'One-time codes turned on' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ code: CodeInput, present: z.string() }),
  async run(context, { code, present }) {
    const { tx, actor, installation, now } = context;
    const userId = ownUserId(actor);
    await refuseWhereOfNoUse(context, userId);
    const generator = await findGenerator(tx, userId);
    if (generator?.confirmedAt) throw new Conflict('code-already-on', CODE_ALREADY_ON);
    if (!generator) throw invalid('code', NO_CODE_BEGUN);
    const step = stepOfCode(unseal(installation.keyFor(CODE_KEY), generator.secret), code, now, generator.lastStep);
    if (step === null || (await confirmGenerator(tx, userId, step, now)) === 0) throw invalid('code', WRONG_CODE);
    await factorAdded(context, userId, 'code', present, ['otp', 'mfa']);
    return { toRecoveryCodes: (await countRecoveryCodes(tx, userId)).left === 0 && (await mayUse(context, userId, 'recovery-code')) };
  },
  audit: () => ({}),
});

/** Codes are enrolled where they are allowed, and by whoever has a way in: alone they open nothing. @throws Conflict */
async function refuseWhereOfNoUse(context: WriteContext, userId: string): Promise<void> {
  await refuseUnlessAllowed(context, userId, 'code');
  if ((await waysInOf(context, userId)).length === 0 && !(await isExcepted(context.tx, userId, context.today))) throw new Conflict('codes-open-nothing', CODES_OPEN_NOTHING);
}

/** Turns one's own codes off; whoever would be left without a factor the policy demands is asked to add one at the next sign-in. */
export const turnCodeOff = writeAction({
  name: 'authentication.turn-code-off',
  title: { lv: 'Izslēgti vienreizējie kodi', en: 'One-time codes turned off' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ present: z.string() }),
  async run(context, { present }) {
    const userId = ownUserId(context.actor);
    if ((await deleteGenerator(context.tx, userId)) > 0) await factorRemoved(context, userId, 'code', present);
  },
  audit: () => ({}),
});
