import type { Clock } from '#kernel/clock.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { type ArchiveServices, ocspClient, rememberedAnswers } from '#platform/documents/public.js';
import { NoSeal, openTrust, type Trust } from '../seal/open-trust.js';
import { SealSettings } from '../seal/seal-settings.js';

/** The time-stamp service and what proves it: all that archive time stamps need. The key of the seal is not opened. */
export interface OpenStamps {
  readonly services: ArchiveServices;
  readonly anchors: Trust['anchors'];
}

/** @throws NoSeal */
export async function openStamps({ outside }: Pick<Installation, 'outside'>, clock: Clock): Promise<OpenStamps> {
  const settings = SealSettings.parse(outside);
  const { SEAL_AUTHORITIES: authorities, SEAL_TIME_STAMP_URL: stamps, SEAL_REVOCATION_URL: answers } = settings;
  if (authorities === undefined || stamps === undefined || answers === undefined) throw new NoSeal(NOT_SET);
  const { timeStamps, anchors } = await openTrust(settings, clock);
  const revocation = ocspClient({ url: settings.SEAL_TIME_STAMP_REVOCATION_URL ?? answers, clock });
  return { services: { timeStamps, revocation: rememberedAnswers(revocation, clock) }, anchors };
}

const NOT_SET: Text = {
  lv: 'Laika zīmogu pakalpojums nav iestatīts. Administrators norāda SEAL_AUTHORITIES, SEAL_TIME_STAMP_URL un SEAL_REVOCATION_URL.',
  en: 'No time-stamp service is set up. An administrator sets SEAL_AUTHORITIES, SEAL_TIME_STAMP_URL and SEAL_REVOCATION_URL.',
};
