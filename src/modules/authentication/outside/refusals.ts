import type { DirectoryRefusal } from './active-directory/texts.js';
import type { EparakstsRefusal } from './eparaksts/texts.js';
import type { LatvijaLvRefusal } from './latvija-lv/texts.js';
import type { OpenIdRefusal } from './openid/texts.js';
import type { SmartIdRefusal } from './smart-id/texts.js';

/** What was proven and yet did not fit, as histories and the audit log tell it. */
export type Misfit = 'other-person' | 'no-person' | 'level-too-low' | 'of-another-account' | 'other-municipality' | 'not-linked-before' | 'shown-again';

/** Every reason for which nobody was proven from outside, or not who was wanted: the audit log has words for each (`test/integration/audit-words.test.ts`). */
export type OutsideRefusal = SmartIdRefusal | EparakstsRefusal | LatvijaLvRefusal | OpenIdRefusal | DirectoryRefusal | Misfit;
