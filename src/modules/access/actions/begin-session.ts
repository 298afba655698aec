import type { WriteContext } from '#platform/actions/action.js';
import type { Parameters } from '../domain/parameters.js';
import { hashOfToken, newToken } from '../domain/token.js';
import type { Visitor } from './visitor-input.js';
import { insertSession } from '../store/sessions.js';

/** Begins a session (or a sign-in that still waits for its code) and gives the token for the cookie. */
export async function beginSession(context: WriteContext, userId: string, visitor: Visitor, limits: Parameters, awaitsCode: boolean): Promise<string> {
  const token = newToken();
  const minutes = awaitsCode ? limits['code-step-minutes'] : limits['session-absolute-minutes'];
  await insertSession(
    context.tx,
    {
      id: hashOfToken(token),
      userId,
      awaitsCode,
      idleMinutes: awaitsCode ? minutes : limits['session-idle-minutes'],
      expiresAt: new Date(context.now.getTime() + minutes * 60_000),
      device: visitor.device,
      addressPrefix: visitor.addressPrefix,
    },
    context.now,
  );
  return token;
}
