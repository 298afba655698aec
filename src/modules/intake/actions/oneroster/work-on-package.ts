import { z } from 'zod';
import { Refusal } from '#kernel/errors.js';
import { writeAction } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { takePackages } from '../../permissions.js';
import { lockPackage, setChecked, setSent } from '../../store/oneroster/packages.js';
import { isFit, senderIdOf, sendPackage, tryPackage } from './work-package.js';

/** The next step of a package in the background: its check, or what was decided after it. Done again it changes nothing more. */
export const workOnPackage = writeAction({
  name: 'intake.work-on-oneroster-package',
  title: { lv: 'Apstrādāta OneRoster pakete', en: 'OneRoster package worked on' },
  permission: takePackages,
  input: z.object({ packageId: z.uuid() }),
  async run(context, { packageId }): Promise<{ more: boolean; facts: Record<string, unknown>; persons: readonly string[] }> {
    const { tx, now } = context;
    const found = await lockPackage(tx, packageId, EVERYWHERE);
    if (found?.state === 'received') {
      try {
        const { report, outlook } = await tryPackage(context, found);
        const next = !isFit(report) ? 'refused' : found.sendsItself ? 'sending' : 'ready';
        await setChecked(tx, packageId, { state: next, report, outlook, failure: null }, now);
        return { more: next === 'sending', facts: { state: next, errors: report.errors, rows: report.rows }, persons: [] };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await setChecked(tx, packageId, { state: 'refused', report: null, outlook: null, failure: error.text }, now);
        return { more: false, facts: { state: 'refused', reason: error.code }, persons: [] };
      }
    }
    if (found?.state !== 'sending') return { more: false, facts: { state: found?.state ?? 'gone' }, persons: [] };
    const { batchIds, withdrawn, persons } = await sendPackage(context, found);
    await setSent(tx, packageId, { batchIds, withdrawn }, senderIdOf(found), now);
    return { more: false, facts: { state: 'sent', batches: batchIds.length, withdrawn }, persons };
  },
  audit: ({ input, output }) => ({ subjects: output.persons, facts: { package: input.packageId, ...output.facts } }),
});
