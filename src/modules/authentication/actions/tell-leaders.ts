import { listHolders } from '#modules/access/public.js';
import type { Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { notify } from '#platform/notices/notify.js';
import { leadProgramme } from '../permissions.js';
import { unitInAddress } from './people-of.js';

/** Tells those who lead the change in a municipality. */
export async function tellLeaders(context: WriteContext, unitId: number | null, onceKey: string, { subject, body }: { readonly subject: Text; readonly body: Text }): Promise<void> {
  for (const { userId, email } of await listHolders(context.tx, leadProgramme.name, unitId, context.today)) {
    await notify(context, { userId, email: email || null, kind: 'authentication.programme', subject, body, link: `/sign-in-programme/${unitInAddress(unitId)}`, onceKey });
  }
}
