import { systemClock } from '#kernel/clock.js';
import { startTrustServices } from '../../simulators/trust-services/simulator.js';

export interface AuthoritySettings {
  readonly seal: Uint8Array;
  readonly password: string;
  /** PEM. */
  readonly authorities: string;
  readonly timeStampUrl: string;
  readonly revocationUrl: string;
}

/** The simulated trust services in a process of their own: what they take is not counted as ours. They end when their parent lets go. */
const { seal, settings } = await startTrustServices({ port: 0, folder: null, clock: systemClock() });
const { password, authorities, timeStampUrl, revocationUrl } = settings;
process.send!({ seal: seal('seal-p256'), password, authorities, timeStampUrl, revocationUrl } satisfies AuthoritySettings);
process.once('disconnect', () => process.exit());
