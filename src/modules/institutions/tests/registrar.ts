import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo, fillWithUsers } from '../../access/tests/made-up-country.js';
import type { TestPlatform } from '#test/test-platform.js';

/** Its code until the reform of 2021, in which the schools of these tests are founded. */
export const RIGA = '0010000';

type Fields = Readonly<Record<string, string>>;

/** A signed-in registrar who fills in forms, with what a test needs to look at afterwards. */
export async function signedInRegistrar(t: TestPlatform) {
  await fillWithUsers(t, { users: 50, grants: 100 });
  const registrar = visitor(t);
  await registrar.signIn(demo('registrar').login, DEMO_PASSWORD);
  let numbers = 9_900_880_000;

  /** Registers a school founded on 2010-09-01 and gives its number. */
  async function newSchool(changes: Fields = {}): Promise<string> {
    const regNr = String((numbers += 1));
    const answer = await registrar.send('/institutions/register', {
      regNr, name: `Paraugu ${numbers}. pamatskola`, type: 'primary-school', legalStatus: 'municipal', subordination: 'municipality', foundedOn: '2010-09-01', basis: 'Domes lēmums Nr. 1',
      founderType: 'municipality', founderAtvk: RIGA, atvk: RIGA, street: 'Skolas iela 1', ...changes,
    });
    if (answer.status !== 303) throw new Error(`not registered: ${JSON.stringify(errorsOf(answer.body))}`);
    return regNr;
  }

  const cardOf = async (regNr: string, on = '') => (await t.server.inject(`/api/institutions/${regNr}${on && `?on=${on}`}`)).json();

  /** Sends a form about an institution in Latvian. */
  const send = (regNr: string, path: string, fields: Fields) => registrar.send(`/institutions/${regNr}/${path}?lang=lv`, fields);

  /** The same, and tells how it went: `recorded`, or the errors by their fields. */
  async function record(regNr: string, path: string, fields: Fields): Promise<'recorded' | Record<string, string>> {
    const { status, body } = await send(regNr, path, fields);
    return status === 303 ? 'recorded' : errorsOf(body);
  }

  return { ...registrar, newSchool, cardOf, sendTo: send, record };
}

/** The sentences beside the fields of a page; those of the form as a whole under the empty name. */
export function errorsOf(html: string): Record<string, string> {
  const text = (words: string) => words.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const beside = [...html.matchAll(/id="f-(\w+)-error"[^>]*>(.*?)<\/p>/g)].map((found) => [found[1]!, text(found[2]!)]);
  return beside.length > 0 ? Object.fromEntries(beside) : { '': text(/<section class="error-summary.*?<\/section>/s.exec(html)?.[0] ?? /<main.*?<\/main>/s.exec(html)?.[0] ?? html).slice(0, 500) };
}
