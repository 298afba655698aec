import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';
import { certificateRevoked } from './events.js';
import { followingResults, followResults } from './jobs/follow-results.js';
import { seal, watchSealings } from './jobs/seal.js';
import { CERTIFICATES_PERMISSIONS } from './permissions.js';
import { CERTIFICATES_CONSTRAINTS } from './texts.js';

export const certificatesModule = defineModule({
  name: 'certificates',
  title: { lv: 'Sertifikāti', en: 'Certificates' },
  permissions: CERTIFICATES_PERMISSIONS,
  constraintTexts: CERTIFICATES_CONSTRAINTS,
  jobs: [seal, watchSealings, followResults] as unknown as Job[],
  subscriptions: followingResults,
  publishes: [certificateRevoked],
});
