import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { acrOf } from '../domain/levels.js';
import { behindOf, type SignedIn } from './signed-in.js';

interface ProviderSession {
  accountId?: string;
  vienkopusSession?: string;
  touched?: boolean;
  loginAccount(details: { accountId: string; loginTs: number; acr: string; amr: readonly string[]; transient: boolean }): void;
}

interface SessionModel {
  readonly IN_PAYLOAD: readonly string[];
  get(ctx: KoaContextWithOIDC): Promise<ProviderSession>;
  instantiate(): ProviderSession;
}

/**
 * Makes the provider's sessions stand on ours: who is signed in is decided by our session at each request, and the
 * provider's own only remembers which programs were entered. One that belongs to somebody else is passed over.
 */
export function standOnOwnSessions(provider: Provider): void {
  const Session = provider.Session as unknown as SessionModel;
  const kept = [...Session.IN_PAYLOAD, 'vienkopusSession'];
  Object.defineProperty(Session, 'IN_PAYLOAD', { get: () => kept });
  const ofCookie = Session.get.bind(Session);
  Session.get = async (ctx) => {
    const { signedIn } = behindOf(ctx);
    const found = await ofCookie(ctx);
    const session = found.accountId === signedIn?.userId ? found : Session.instantiate();
    if (signedIn) bind(session, signedIn);
    if (session !== found) ctx.oidc.entity('Session', session as never);
    return session;
  };
}

function bind(session: ProviderSession, { userId, sessionId, level, amr, provenAt }: SignedIn): void {
  session.loginAccount({ accountId: userId, loginTs: provenAt, acr: acrOf(level), amr, transient: true });
  session.vienkopusSession = sessionId;
  session.touched = true;
}
