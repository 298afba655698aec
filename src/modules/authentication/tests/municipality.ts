import { expect } from 'vitest';
import type { TestPlatform } from '#test/test-platform.js';
import type { visitor } from './browser-like.js';

export type Person = ReturnType<typeof visitor>;

/** Sends a form with files, as a browser does. */
export async function sendUpload(t: TestPlatform, person: Person, url: string, fields: Readonly<Record<string, string | Buffer>>) {
  const form = new FormData();
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/sessions')).body)![1]!);
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, new Blob([new Uint8Array(value)]), 'keys.keytab');
  }
  const packed = new Response(form);
  const answer = await t.server.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', cookie: [...person.cookies].map((pair) => pair.join('=')).join('; '), 'content-type': packed.headers.get('content-type')! },
    payload: Buffer.from(await packed.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
}

/** Makes a connection by its form, and gives its id: a draft that nobody meets yet. */
export async function draftConnection(t: TestPlatform, person: Person, url: string, fields: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const answer = await sendUpload(t, person, url, fields);
  expect([answer.status, ...answer.body.matchAll(/id="f-[\w-]+-error"/g)].map(String)).toEqual(['303']);
  return /[0-9a-f-]{36}$/.exec(answer.location!)![0];
}

/** Tries a draft and switches it on, as its page asks for. */
export async function switchOnConnection(person: Person, url: string): Promise<void> {
  expect((await person.send(`${url}/try`, {})).body).toContain('/switch-on');
  expect((await person.send(`${url}/switch-on`, {})).status).toBe(303);
}

/** Tries the new settings of a connection in use and puts them in force, as its page asks for. */
export async function putNewSettingsInForce(person: Person, url: string): Promise<void> {
  expect((await person.send(`${url}/try`, {})).body).toContain('/put-in-force');
  expect((await person.send(`${url}/put-in-force`, {})).status).toBe(303);
}

/** Makes a connection, tries it and switches it on; gives its id. */
export async function addConnection(t: TestPlatform, person: Person, url: string, fields: Readonly<Record<string, string | Buffer>>): Promise<string> {
  const id = await draftConnection(t, person, url, fields);
  await switchOnConnection(person, `${url.slice(0, url.indexOf('/new/'))}/${id}`);
  return id;
}
