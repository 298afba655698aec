import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo, fillWithUsers } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import type { TestPlatform } from '#test/test-platform.js';

/** Someone signed in with a role of the demonstration, who fills in forms in Latvian. */
export async function signedInAs(t: TestPlatform, role: 'education-administrator' | 'registrar' | 'municipality-education-specialist') {
  const someone = visitor(t, `198.51.100.${role.length}`);
  await someone.signIn(demo(role).login, DEMO_PASSWORD);
  const send = (path: string, fields: Readonly<Record<string, string>>) => someone.send(`${path}${path.includes('?') ? '&' : '?'}lang=lv`, fields);
  /** A form with files. */
  async function upload(path: string, files: Readonly<Record<string, Buffer>>) {
    const token = /name="_csrf" value="([^"]+)"/.exec((await someone.open('/my/sessions')).body)![1]!;
    const boundary = 'between-the-files';
    const parts = [
      `--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`,
      ...Object.entries(files).flatMap(([name, content]) => [`--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.csv"\r\ncontent-type: text/csv\r\n\r\n`, content, '\r\n']),
      `--${boundary}--\r\n`,
    ];
    const answer = await t.server.inject({
      method: 'POST', url: path, payload: Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))),
      headers: { accept: 'text/html', 'content-type': `multipart/form-data; boundary=${boundary}`, cookie: [...someone.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location };
  }
  return { ...someone, sendForm: send, upload };
}

export { fillWithUsers };
