import type { ActionContext } from '#platform/actions/action.js';
import type { Trust } from '#platform/documents/browser.js';
import { listClaimKeys } from '../store/claim-keys.js';
import { listsInUse, servicesInUse } from '../store/lists.js';
import { listRevoked } from '../store/revoked.js';
import { revokedKeyOf } from './revoked-key.js';
import { authoritiesOf } from './settings.js';

/** Whom checks believe now: authorities that the settings name, and qualified services of the lists that count, each for its own time. */
export async function trustNow({ tx, installation, now }: Pick<ActionContext, 'tx' | 'installation' | 'now'>): Promise<Trust> {
  const lists = (await listsInUse(tx)).map(({ territory, sequence, nextUpdateAt }) => ({ territory, sequence, nextUpdate: nextUpdateAt }));
  return { anchors: { ...(await authoritiesOf(installation)), services: await servicesInUse(tx) }, lists, claimKeys: await listClaimKeys(tx), revokedKey: revokedKeyOf(installation).known, revoked: { asOf: now, documents: await listRevoked(tx) }, asOf: now };
}
