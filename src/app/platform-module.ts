import { deliverEvent } from '#platform/events/event.js';
import type { Job } from '#platform/jobs/job.js';
import { defineModule } from '#web/module-definition.js';

/** What the platform itself adds to the program: its own jobs and pages, gathered like a module's. */
export const platformModule = defineModule({
  name: 'platform',
  title: { lv: 'Platforma', en: 'Platform' },
  jobs: [deliverEvent as unknown as Job],
});
