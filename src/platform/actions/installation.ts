import { hkdfSync } from 'node:crypto';

/** What an action may know of the installation it runs in. */
export interface Installation {
  /** Real people's data: made-up users cannot sign in. */
  readonly production: boolean;
  /** The address people use, for links in mails. */
  readonly publicUrl: string;
  /** What the environment says of outside systems; each module reads its own. */
  readonly outside: Readonly<Record<string, unknown>>;
  /** A key of 32 bytes for one purpose, derived from the program's secret (HKDF, RFC 5869); the same after every start. */
  readonly keyFor: (purpose: string) => Buffer;
}

export const installation = (settings: { readonly production: boolean; readonly PUBLIC_URL: string; readonly outside?: Readonly<Record<string, unknown>> }, secret: string): Installation => ({
  production: settings.production,
  publicUrl: settings.PUBLIC_URL,
  outside: settings.outside ?? {},
  keyFor: derivedFrom(secret),
});

/** Purposes are few and fixed, and a sign-in needs the keys of several: each is derived once. */
function derivedFrom(secret: string): Installation['keyFor'] {
  const known = new Map<string, Buffer>();
  return (purpose) => {
    const key = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, 'vienkopus', purpose, 32));
    known.set(purpose, key);
    return key;
  };
}
