import type { Installation } from '#platform/actions/installation.js';
import type { OutwardBounds } from '#platform/http/inner-address.js';

/** Where servers of e-journals may stand that results are fetched from, as `INNER_JOURNALS` says it. */
const BOUNDS: Readonly<Record<string, OutwardBounds>> = {
  none: { reach: 'public' },
  private: { reach: 'private' },
  loopback: { reach: 'public', loopback: true },
};

/**
 * How far inside a fetch may lead: users enter the addresses, so that only whoever runs the installation opens more than the internet
 * (OWASP ASVS 5.0, 1.3.6). Outside production this machine is open where nothing is said, since made-up servers run there.
 */
export const serverBounds = ({ outside, production }: Pick<Installation, 'outside' | 'production'>): OutwardBounds => BOUNDS[String(outside['INNER_JOURNALS'] ?? (production ? 'none' : 'loopback'))]!;
