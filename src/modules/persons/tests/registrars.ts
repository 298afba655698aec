import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo, fillWithUsers } from '../../access/tests/made-up-country.js';
import { errorsOf } from '../../institutions/tests/registrar.js';
import type { TestPlatform } from '#test/test-platform.js';

type Fields = Readonly<Record<string, string>>;

/** Municipality of the local registrar, and another one. */
const ADAZI = '0023000';
export const RIGA = '0001000';

/** Population registrars who fill in forms without script: of the country, and of one municipality (Ādaži) alone. */
export async function registrars(t: TestPlatform) {
  const { units } = await fillWithUsers(t, { users: 50, grants: 100 });
  const local = demo('municipality-education-specialist').login;
  await t.database.pool.query(
    `insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
      select id, 'population-registrar', $1, '2026-01-01', 'Rīkojums', '2026-01-01', $2, 'test' from access.app_user where login = $3`,
    [units[0], t.platform.clock.now(), local],
  );
  return { country: await registrar(t, demo('population-registrar').login), local: await registrar(t, local) };
}

export async function registrar(t: TestPlatform, login: string) {
  const browser = visitor(t);
  await browser.signIn(login, DEMO_PASSWORD);
  let codes = 0;

  /** Sends a form in Latvian and tells how it went: `recorded`, or the errors by their fields. */
  async function record(path: string, fields: Fields): Promise<'recorded' | Record<string, string>> {
    const { status, body } = await browser.send(`${path}?lang=lv`, fields);
    return status === 303 ? 'recorded' : errorsOf(body);
  }

  /** Someone new, by the form; a woman born in 1990, of Ādaži, when not said otherwise. */
  async function newPerson(changes: Fields = {}): Promise<{ id: string; code: string }> {
    codes += 1;
    const person = { ...WOMAN, code: `610590-${login.length % 10}${String(codes).padStart(4, '0')}`, ...changes };
    const answer = await browser.send('/persons/new?lang=lv', person);
    if (answer.status !== 303) throw new Error(`not registered: ${JSON.stringify(errorsOf(answer.body))}`);
    return { id: answer.location!.split('/')[2]!, code: person.code };
  }

  const card = async (id: string, lang = 'lv') => browser.send(`/persons/${id}/card?lang=${lang}`, { reason: 'data-quality', caseReference: '1-2/3' });

  /** The address of the correction of the newest entry of a history, as the card links it. */
  const correctionOf = async (id: string, segment: string): Promise<string> => new RegExp(`/persons/${id}/${segment}/[0-9a-f-]{36}`).exec((await card(id)).body)![0];

  return { ...browser, record, newPerson, card, correctionOf };
}

export const WOMAN = {
  given: 'Anna', family: 'Bērziņa', bornOn: '1990-05-21', sex: 'female', atvk: ADAZI, part: '', street: 'Skolas iela 7', addressCode: '', livesThereSince: '2022-03-01',
};
