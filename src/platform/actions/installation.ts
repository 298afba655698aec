import { hkdfSync } from 'node:crypto';

/** What an action may know of the installation it runs in. */
export interface Installation {
  /** Real people's data: made-up users cannot sign in. */
  readonly production: boolean;
  /** The address people use, for links in mails. */
  readonly publicUrl: string;
  /** A key of 32 bytes for one purpose, derived from the program's secret (HKDF, RFC 5869); the same after every start. */
  readonly keyFor: (purpose: string) => Buffer;
}

export const installation = (settings: { readonly production: boolean; readonly PUBLIC_URL: string }, secret: string): Installation => ({
  production: settings.production,
  publicUrl: settings.PUBLIC_URL,
  keyFor: (purpose) => Buffer.from(hkdfSync('sha256', secret, 'vienkopus', purpose, 32)),
});
