import type { CDPSession, Page } from 'playwright';

/** A phone or security key that Chromium plays: it holds passkeys and confirms its owner without asking. */
export interface VirtualAuthenticator {
  /** Whether its owner's finger, face or PIN is right. */
  ownerIsThere(there: boolean): Promise<void>;
  remove(): Promise<void>;
}

export async function plugInAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    ownerIsThere: (there) => client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: there }).then(() => undefined),
    remove: () => client.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }).then(() => undefined),
  };
}
