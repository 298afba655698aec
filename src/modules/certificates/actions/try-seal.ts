import { z } from 'zod';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { PreflightStep } from '#platform/documents/public.js';
import { sealCertificates } from '../permissions.js';
import { openSeal } from '../seal/open-seal.js';
import { kindOfSeal, type SealKind, SealSettings } from '../seal/seal-settings.js';
import { whyStuck } from '../seal/why-stuck.js';

/** The certificate of the seal must last beyond a day of sealing. */
const A_DAY_MS = 86_400_000;

/** One step of a trial; the first, that the seal can be opened at all, has no name among those of the services. */
export type TrialStep = Pick<PreflightStep, 'words' | 'passed' | 'why' | 'tookMs' | 'told'> & { readonly step: PreflightStep['step'] | 'open' };

export interface Trial {
  readonly kind: SealKind | null;
  readonly triedAt: Date;
  readonly steps: readonly TrialStep[];
}

/** What a trial would try, before it is begun. */
export const openTrial = readAction({
  name: 'certificates.open-trial',
  title: { lv: 'Atvērta zīmoga izmēģināšana', en: 'Trial of the seal opened' },
  permission: sealCertificates,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ installation }): Promise<SealKind | null> => kindOfSeal(SealSettings.parse(installation.outside)),
});

/** Tries the seal and the services that it needs on a probe of no worth, as before a sealing; nothing is kept but that it was tried. */
export const trySeal = readAction({
  name: 'certificates.try-seal',
  title: { lv: 'Izmēģināts zīmogs', en: 'Seal tried' },
  permission: sealCertificates,
  input: z.object({}),
  async run({ installation, clock, now }): Promise<Trial> {
    const kind = kindOfSeal(SealSettings.parse(installation.outside));
    const began = performance.now();
    const opened = (passed: boolean, why: Text | null): TrialStep => ({ step: 'open', words: OPENED, passed, why, tookMs: Math.round(performance.now() - began), told: null });
    try {
      const seal = await openSeal(installation, clock);
      try {
        return { kind, triedAt: now, steps: [opened(true, null), ...(await seal.tryBeforehand(new Date(now.getTime() + A_DAY_MS)))] };
      } finally {
        seal.close();
      }
    } catch (error) {
      const { why, isFault } = whyStuck(error);
      if (isFault) throw error;
      return { kind, triedAt: now, steps: [opened(false, why)] };
    }
  },
  audit: ({ output }) => ({ facts: { failure: output.steps.find(({ passed }) => !passed)?.words.lv ?? null } }),
});

const OPENED: Text = { lv: 'Zīmogu var atvērt ar šiem iestatījumiem', en: 'The seal can be opened with these settings' };
