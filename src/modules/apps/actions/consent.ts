import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { writeAction } from '#platform/actions/action.js';
import { SIGNED_IN } from '#platform/actions/permission.js';
import { saveConsent } from '../store/consents.js';

/** Lets a program have data of one's own. */
export const giveConsent = writeAction({
  name: 'apps.give-consent',
  title: { lv: 'Atļauts nodot savus datus lietotnei', en: 'Own data let to a program' },
  permission: SIGNED_IN,
  input: z.object({ clientId: z.uuid(), scopes: z.array(z.string()) }),
  run: async ({ tx, actor, now }, { clientId, scopes }) => void (await saveConsent(tx, ownUserId(actor), clientId, scopes, now)),
  audit: ({ input }) => ({ facts: { client: input.clientId, scopes: input.scopes } }),
});
