import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { readAction } from '#platform/actions/action.js';
import { SIGNED_IN, scopeOf } from '#platform/actions/permission.js';
import { findFile, type StoredFile } from '#platform/files/read-file.js';
import { grantRights } from '../permissions.js';
import { findFileOfRequest } from '../store/requests.js';
import { NO_SUCH_FILE } from '../texts.js';
import { ownUserId } from './own-user.js';
import { widenScope } from './widen-scope.js';

/** The document attached to a request: for who asked, and for who may decide. */
export const readBasisFile = readAction({
  name: 'access.read-basis-file',
  title: { lv: 'Lejupielādēts tiesību pieprasījuma pielikums', en: 'Document of a request for rights downloaded' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, today }, { id }): Promise<StoredFile> {
    const decides = await widenScope(tx, scopeOf(actor, grantRights), today);
    const fileId = await findFileOfRequest(tx, id, ownUserId(actor), decides);
    const file = fileId && (await findFile(tx, fileId.basisFileId));
    if (!file) throw new NotFound('no-such-file', NO_SUCH_FILE);
    return file;
  },
  audit: ({ input, output }) => ({ facts: { request: input.id, sha256: output.sha256 } }),
});
