import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { deleteOfAccount } from '../store/artifacts.js';
import { deleteConsent, listOwnPrograms, type OwnProgramRow } from '../store/consents.js';

export type { OwnProgramRow };

export const readMyPrograms = readAction({
  name: 'apps.read-my-programs',
  title: { lv: 'Apskatītas savas lietotnes', en: 'Own programs looked at' },
  permission: SIGNED_IN,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, actor, now }): Promise<OwnProgramRow[]> => listOwnPrograms(tx, ownUserId(actor), now),
});

/** Takes back what one agreed to for a program: it is asked anew, and every token it holds ends now (OWASP ASVS 5.0, 10.4.9, 10.7.3). */
export const takeBackConsent = writeAction({
  name: 'apps.take-back-consent',
  title: { lv: 'Atsaukta atļauja lietotnei', en: 'Consent for a program taken back' },
  permission: SIGNED_IN,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor }, { id }) {
    const userId = ownUserId(actor);
    await deleteConsent(tx, userId, id);
    return deleteOfAccount(tx, userId, id);
  },
  audit: ({ input, output }) => ({ facts: { client: input.id, ended: output } }),
});
