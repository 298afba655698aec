import type { TestPlatform } from '#test/test-platform.js';

const HTML = { accept: 'text/html' };

/** Someone with cookies, who opens pages and sends forms as a browser without script does. */
export function visitor(t: TestPlatform, address = '198.51.100.7') {
  const cookies = new Map<string, string>();
  const headers = () => ({ ...HTML, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const keep = (answer: { cookies: readonly { name: string; value: string }[] }) => answer.cookies.forEach(({ name, value }) => (value ? cookies.set(name, value) : cookies.delete(name)));

  async function open(url: string) {
    const answer = await t.server.inject({ method: 'GET', url, headers: headers(), remoteAddress: address });
    keep(answer);
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location, raw: answer };
  }

  /** Sends a form; the token is read from a page the person has open. */
  async function send(url: string, fields: Readonly<Record<string, string>>, from = '/my/sessions') {
    const token = cookies.has('session') ? (/name="_csrf" value="([^"]+)"/.exec((await open(from)).body)?.[1] ?? '') : '';
    return sendRaw(url, { _csrf: token, ...fields });
  }

  async function sendRaw(url: string, fields: Readonly<Record<string, string | readonly string[]>>) {
    const answer = await t.server.inject({
      method: 'POST', url, remoteAddress: address,
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => [name, value] as [string, string]))).toString(),
    });
    keep(answer);
    return { status: answer.statusCode, body: answer.body, location: answer.headers.location, raw: answer };
  }

  const signIn = (login: string, password: string) => send('/sign-in', { login, password, to: '/my/rights' });
  return { open, send, sendRaw, signIn, cookies };
}
