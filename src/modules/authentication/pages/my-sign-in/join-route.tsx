import { InvalidInput } from '#kernel/errors.js';
import { fill, type Text } from '#kernel/text.js';
import { type CustomTools, custom, showPage, type WebRoute } from '#web/page-route.js';
import { joinAccounts, type Joined } from '../../actions/join-accounts.js';
import { readMyMeans } from '../../actions/my-means.js';
import { ADD_FACTOR_PATH } from '../../domain/session-cookie.js';
import { JOIN_NOT_CONFIRMED, JOIN_SAME, JOIN_SOMEBODY_ELSE, JOIN_WRONG, TOO_MANY_ATTEMPTS } from '../../texts.js';
import { visitorOf } from '../visitor-of.js';
import { JoinPage } from './join.js';

const PATH = '/my/sign-in/join';

export const joinRoutes: readonly WebRoute[] = [
  showPage({ path: PATH, action: readMyMeans, render: (means, view) => <JoinPage view={view} means={means} attempt={{ values: {}, errors: [] }} /> }),
  custom({
    method: 'POST',
    path: PATH,
    async handle(request, _reply, at) {
      const { login, password, code } = at.raw;
      try {
        const outcome = await at.perform(joinAccounts, { login, password, ...(code !== '' && { code }), visitor: visitorOf(request) });
        return outcome.kind === 'joined' ? at.redirect({ to: ADD_FACTOR_PATH, notice: JOINED }) : again(at, [{ field: 'login', message: wordsOf(outcome) }]);
      } catch (error) {
        if (error instanceof InvalidInput) return again(at, error.fields);
        throw error;
      }
    },
  }),
];

async function again(at: CustomTools, errors: InvalidInput['fields']) {
  const means = await at.perform(readMyMeans, {});
  return at.send(<JoinPage view={at.view} means={means} attempt={{ values: { login: at.raw['login'] }, errors }} />, 422);
}

function wordsOf(outcome: Exclude<Joined, { kind: 'joined' }>): Text {
  if (outcome.kind === 'throttled') return fill(TOO_MANY_ATTEMPTS, { minutes: outcome.minutes });
  return { wrong: JOIN_WRONG, same: JOIN_SAME, 'not-confirmed': JOIN_NOT_CONFIRMED, 'somebody-else': JOIN_SOMEBODY_ELSE }[outcome.kind];
}

const JOINED: Text = { lv: 'Konti ir apvienoti: otra konta tiesības tagad ir šeit.', en: 'The accounts are joined: the rights of the other are here now.' };
