import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { hashOfRecoveryCode, newRecoveryCodes } from '../domain/recovery-code.js';
import { findSignInUser } from '../store/people.js';
import { replaceRecoveryCodes } from '../store/recovery-codes.js';
import { refuseUnlessAllowed } from './allowed-here.js';
import { factorLinked } from './factor-changed.js';
import { RECOVERY_KEY } from './second-factor.js';

/** The codes, with what a printed sheet says about them: whose they are and where they work. */
export interface MadeCodes {
  readonly codes: readonly string[];
  readonly name: string;
  readonly login: string;
  readonly publicUrl: string;
}

/** Makes ten codes to be printed, in place of any before; they are shown this once. Other sessions end, and the owner is told. */
export const makeRecoveryCodes = writeAction({
  name: 'authentication.make-recovery-codes',
  title: { lv: 'Izveidoti atkopšanas kodi', en: 'Recovery codes made' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({ present: z.string() }),
  async run(context, { present }): Promise<MadeCodes> {
    const { tx, actor, now, installation } = context;
    const userId = ownUserId(actor);
    await refuseUnlessAllowed(context, userId, 'recovery-code');
    await factorLinked(context, userId, 'recovery-code', present);
    const codes = newRecoveryCodes();
    const key = installation.keyFor(RECOVERY_KEY);
    await replaceRecoveryCodes(tx, userId, codes.map((code) => hashOfRecoveryCode(key, userId, code)), now);
    const { name, login } = (await findSignInUser(tx, userId))!;
    return { codes, name, login, publicUrl: installation.publicUrl };
  },
  audit: () => ({}),
});
