import { InvalidInput } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, showPage, type WebRoute } from '#web/page-route.js';
import { changePassword, type PasswordChanged, readPasswordRules } from '../../actions/change-password.js';
import { ADD_FACTOR_PATH } from '../../domain/session-cookie.js';
import { TOO_MANY_ATTEMPTS, WRONG_PASSWORD } from '../../texts.js';
import { visitorOf } from '../visitor-of.js';
import { PasswordPage } from './password.js';

const PATH = '/my/sign-in/password';

export const passwordRoutes: readonly WebRoute[] = [
  showPage({ path: PATH, action: readPasswordRules, render: ({ leastLength }, view) => <PasswordPage view={view} attempt={{ values: {}, errors: [] }} leastLength={leastLength} /> }),
  custom({
    method: 'POST',
    path: PATH,
    async handle(request, _reply, at) {
      try {
        const outcome = await at.perform(changePassword, { ...at.raw, present: at.view.sessionId ?? '', visitor: visitorOf(request) });
        if (outcome.kind === 'changed') return at.redirect({ to: ADD_FACTOR_PATH, notice: CHANGED });
        return again(at, [{ field: 'current', message: wordsOf(outcome) }], outcome.kind === 'throttled' ? 429 : 422);
      } catch (error) {
        if (error instanceof InvalidInput) return again(at, error.fields, error.status);
        throw error;
      }
    },
  }),
];

async function again(at: CustomTools, errors: InvalidInput['fields'], status: number) {
  const { leastLength } = await at.perform(readPasswordRules, {});
  return at.send(<PasswordPage view={at.view} attempt={{ values: {}, errors }} leastLength={leastLength} />, status);
}

const wordsOf = (outcome: Exclude<PasswordChanged, { kind: 'changed' }>): Text => ('minutes' in outcome ? fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes }) : WRONG_PASSWORD);

const CHANGED: Text = { lv: 'Parole ir nomainīta.', en: 'The password has been changed.' };
