import { z } from 'zod';
import { ownUserId, widenScope } from '#modules/access/public.js';
import { NotFound } from '#kernel/errors.js';
import { readAction } from '#platform/actions/action.js';
import { scopeOf, SIGNED_IN } from '#platform/actions/permission.js';
import { seeRegister } from '../permissions.js';
import { findResult, type ResultRow } from '../store/results.js';
import { NO_SUCH_CERTIFICATE } from '../texts.js';

/** The certificate of a course that was passed: one's own, or of someone whom the actor sees in the register. */
export const readCertificate = readAction({
  name: 'training.read-certificate',
  title: { lv: 'Apskatīta mācību apliecība', en: 'Certificate of training looked at' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, today }, { id }): Promise<ResultRow> {
    const result = await findResult(tx, id, await widenScope(tx, scopeOf(actor, seeRegister), today), ownUserId(actor));
    if (!result || result.certificate === null) throw new NotFound('no-such-certificate', NO_SUCH_CERTIFICATE);
    return result;
  },
  audit: ({ output }) => ({ facts: { certificate: output.certificate, user: output.userId } }),
});
