import type { Config } from './config.js';

/** What the settings allow and yet somebody should look at before people come, a sentence each. */
export function warningsOf({ production, MODE, TRUST_PROXY }: Pick<Config, 'production' | 'MODE' | 'TRUST_PROXY'>): string[] {
  // People use https in production, which this program does not speak: somebody stands in front.
  return production && MODE !== 'worker' && TRUST_PROXY === 0 ? ['Warning: TRUST_PROXY is not set, so the program knows nobody’s own address. Personal pages of the results portal stay closed behind a proxy, and the limit of requests counts everybody as one. Set TRUST_PROXY to the number of proxies in front.'] : [];
}
