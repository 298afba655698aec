import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { hashOfRecoveryCode, newRecoveryCodes } from '../domain/recovery-code.js';
import { replaceRecoveryCodes } from '../store/recovery-codes.js';
import { RECOVERY_KEY } from './second-factor.js';

/** Makes ten codes to be printed, in place of any before; they are shown this once. */
export const makeRecoveryCodes = writeAction({
  name: 'authentication.make-recovery-codes',
  title: { lv: 'Izveidoti atkopšanas kodi', en: 'Recovery codes made' },
  permission: SIGNED_IN,
  asksFreshProof: true,
  input: z.object({}),
  async run({ tx, actor, now, installation }): Promise<readonly string[]> {
    const userId = ownUserId(actor);
    const codes = newRecoveryCodes();
    const key = installation.keyFor(RECOVERY_KEY);
    await replaceRecoveryCodes(tx, userId, codes.map((code) => hashOfRecoveryCode(key, userId, code)), now);
    return codes;
  },
  audit: () => ({}),
});
