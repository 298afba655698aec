import type { Config } from './config.js';

/** What the settings allow and yet somebody should look at before people come, a sentence each. */
export function warningsOf({ production, MODE, TRUST_PROXY, SMTP_URL }: Pick<Config, 'production' | 'MODE' | 'TRUST_PROXY' | 'SMTP_URL'>): string[] {
  return [
    // People use https in production, which this program does not speak: somebody stands in front.
    production && MODE !== 'worker' && TRUST_PROXY === 0 && 'Warning: TRUST_PROXY is not set, so the program knows nobody’s own address. Personal pages of the results portal stay closed behind a proxy, and the limit of requests counts everybody as one. Set TRUST_PROXY to the number of proxies in front.',
    // Jobs send mail, and what they keep is not sent later.
    production && MODE !== 'web' && SMTP_URL === undefined && 'Warning: SMTP_URL is not set, so no mail leaves the program: what people are told stays in the program, and links for new passwords reach nobody. Set SMTP_URL and MAIL_FROM.',
  ].filter((line) => typeof line === 'string');
}
