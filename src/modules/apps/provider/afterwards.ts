import type { KoaContextWithOIDC } from 'oidc-provider';
import { systemClock } from '#kernel/clock.js';
import type { Platform } from '#platform/actions/perform.js';
import { DEVICE_INTERVAL_SECONDS } from '../domain/lifetimes.js';
import { hashOf } from '../domain/secrets.js';
import { recordPoll } from '../store/artifacts.js';
import { noteEntry } from './entries.js';
import { beginWork, saveWork } from './request-work.js';
import { behindOf } from './signed-in.js';
import { letFormsLeadTo } from './show.js';

type Answer = Record<string, unknown>;

/** What is written before the provider's answers, and what is added to them by the way they came. */
export const afterwards =
  (platform: Platform, keysSeen: (inForce: string) => void) =>
  async (ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> => {
    const work = beginWork(ctx);
    try {
      await next();
    } finally {
      // Before the answer is sent: whatever it promises is written by then.
      await saveWork(platform.database, work);
    }
    await noteEntry(platform, ctx, work);
    if (work.keysInForce !== undefined) keysSeen(work.keysInForce);
    const body = ctx.body as Answer | string | undefined;
    const params = ctx.oidc?.params ?? {};
    switch (ctx.oidc?.route) {
      case 'discovery':
        // The library knows devices' subjects as public; they are pairwise like all others.
        if (typeof body === 'object') ctx.body = { ...body, subject_types_supported: ['pairwise'] };
        break;
      case 'device_authorization':
        // A link with the code in it is what phishing sends: the person types the code.
        if (typeof body === 'object' && 'user_code' in body) ctx.body = { ...body, verification_uri_complete: undefined, interval: DEVICE_INTERVAL_SECONDS };
        break;
      case 'token':
        if (typeof body === 'object' && body['error'] === 'authorization_pending' && (await askedTooSoon(platform, String(params['device_code'])))) {
          ctx.body = { error: 'slow_down', error_description: 'wait five seconds longer between requests' };
        }
        break;
      case 'authorization':
      case 'resume':
        if (params['response_mode'] === 'form_post' && typeof params['redirect_uri'] === 'string') letFormsLeadTo(ctx, params['redirect_uri']);
        break;
      case 'end_session':
        if (typeof params['post_logout_redirect_uri'] === 'string' && !behindOf(ctx).signedIn) letFormsLeadTo(ctx, params['post_logout_redirect_uri']);
        break;
      case 'end_session_confirm':
        if (params['logout'] && ctx.status === 303) await behindOf(ctx).signOut();
        break;
    }
  };

const askedTooSoon = ({ database }: Platform, deviceCode: string) =>
  database.transaction((tx) => recordPoll(tx, hashOf(deviceCode), systemClock().now(), DEVICE_INTERVAL_SECONDS));
