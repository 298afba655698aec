import { schoolScope } from '#modules/education/public.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { countNamesToMatch } from '../store/waiting-names.js';

/** Names of e-journals that wait to be matched in the institutions of whoever looks. */
export const countWork: WorkKind['count'] = async ({ tx, scope, today }) => countNamesToMatch(tx, await schoolScope({ tx, scope, today }));
