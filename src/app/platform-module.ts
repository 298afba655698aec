import { sealAuditEveryMinute } from '#platform/audit/seal-audit.js';
import { deliverEvent } from '#platform/events/event.js';
import { eventsApi } from '#platform/events/feed-api.js';
import { readEventsPermission } from '#platform/events/read-events.js';
import type { Job } from '#platform/jobs/job.js';
import { sendMail } from '#platform/mail/send-mail.js';
import { makeComingMonths } from '#platform/partitions/make-coming-months.js';
import { expireReports, resumeReports } from '#platform/reports/care-for-reports.js';
import { makeReport } from '#platform/reports/make-report.js';
import { defineModule } from '#web/module-definition.js';

/** What the platform itself adds to the program: its own jobs and API, gathered like a module's. */
export const platformModule = defineModule({
  name: 'platform',
  title: { lv: 'Platforma', en: 'Platform' },
  permissions: [readEventsPermission],
  api: [eventsApi],
  jobs: [deliverEvent, sealAuditEveryMinute, makeComingMonths, sendMail, makeReport, resumeReports, expireReports] as unknown as Job[],
});
