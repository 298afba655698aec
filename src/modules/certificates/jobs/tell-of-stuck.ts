import { listHolders } from '#modules/access/public.js';
import { dayInRiga } from '#kernel/clock.js';
import { fill, type Text } from '#kernel/text.js';
import { notify } from '#platform/notices/notify.js';
import type { WriteContext } from '#platform/actions/action.js';
import { sealCertificates } from '../permissions.js';
import { takeUntoldRenewals } from '../store/renewals.js';
import { takeUntold } from '../store/sealings.js';
import { PROOFS, sealingPath } from '../paths.js';

/** Tells everyone who seals that a sealing, or the adding of archive time stamps, stands still, and why; once, until it has gone on. */
export async function tellOfStuck({ tx, enqueue, now }: Pick<WriteContext, 'tx' | 'enqueue' | 'now'>): Promise<void> {
  const sealings = (await takeUntold(tx, now)).map((one) => ({ ...one, subject: fill(SUBJECT, { exam: one.examCode }), link: sealingPath(one.id) }));
  const renewals = (await takeUntoldRenewals(tx, now)).map((one) => ({ ...one, subject: RENEWAL_SUBJECT, link: PROOFS }));
  const stuck = [...sealings, ...renewals];
  if (stuck.length === 0) return;
  const holders = await listHolders(tx, sealCertificates.name, null, dayInRiga(now));
  for (const { id, subject, link, stuckLv, stuckEn } of stuck) {
    for (const { userId, email } of holders) {
      await notify({ tx, enqueue, now }, { userId, email: email || null, kind: 'certificates.stuck', subject, body: { lv: stuckLv, en: stuckEn }, link, onceKey: `certificates.stuck ${id} ${now.toISOString()}` });
    }
  }
}

const SUBJECT: Text = { lv: 'Sertifikātu zīmogošana ir aizķērusies: {exam}', en: 'The sealing of certificates is stuck: {exam}' };
const RENEWAL_SUBJECT: Text = { lv: 'Arhīva laika zīmogu pievienošana ir aizķērusies', en: 'The adding of archive time stamps is stuck' };
