/** As whom passkeys know this program (W3C WebAuthn: relying party): its host, and the addresses its pages come from. */
export interface RelyingParty {
  readonly id: string;
  readonly origins: readonly string[];
}

/**
 * The relying party of an installation. Outside production the program may answer on any port of this machine, so that
 * the page's own origin counts too, if it is this machine's.
 */
export function relyingParty({ publicUrl, production }: { readonly publicUrl: string; readonly production: boolean }, pageOrigin: string | null): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  const local = !production && pageOrigin !== null && URL.parse(pageOrigin)?.hostname === 'localhost' ? [pageOrigin] : [];
  return { id: hostname, origins: [...new Set([origin, ...local])] };
}
