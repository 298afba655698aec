import { listHolders } from '#modules/access/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { fill, type Text } from '#kernel/text.js';
import { notify } from '#platform/notices/notify.js';
import type { WriteContext } from '#platform/actions/action.js';
import { sealCertificates } from '../permissions.js';
import { takeUntold } from '../store/sealings.js';

/** Tells everyone who seals that a sealing stands still, and why; once, until it has gone on. */
export async function tellOfStuck({ tx, enqueue, now }: Pick<WriteContext, 'tx' | 'enqueue' | 'now'>): Promise<void> {
  const stuck = await takeUntold(tx, now);
  if (stuck.length === 0) return;
  const holders = await listHolders(tx, sealCertificates.name, null, dayInRiga(now));
  for (const { id, examCode, stuckLv, stuckEn } of stuck) {
    for (const { userId, email } of holders) {
      const subject = fill(SUBJECT, { exam: examCode });
      await notify({ tx, enqueue, now }, { userId, email: email || null, kind: 'certificates.stuck', subject, body: { lv: stuckLv, en: stuckEn }, link: `/certificates/sealings/${id}`, onceKey: `certificates.stuck ${id} ${now.toISOString()}` });
    }
  }
}

const SUBJECT: Text = { lv: 'Sertifikātu zīmogošana ir aizķērusies: {exam}', en: 'The sealing of certificates is stuck: {exam}' };
