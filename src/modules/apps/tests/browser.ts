import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import type { ListeningProgram } from './program.js';

export interface Seen {
  readonly status: number;
  readonly body: string;
  /** Where it came to rest, or where it was sent outside the program. */
  readonly url: URL;
  readonly headers: Headers;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

/** Someone with a browser: keeps cookies by their paths, follows redirects and pages that lead on, and stops where the program is left. */
export type Browser = ReturnType<typeof browserOf>;

export function browserOf({ address }: Pick<ListeningProgram, 'address'>) {
  const cookies = new Map<string, Cookie>();

  const cookieHeader = (path: string) =>
    [...cookies].filter(([, one]) => path === one.path || path.startsWith(one.path.endsWith('/') ? one.path : `${one.path}/`)).map(([key, { value }]) => `${key.split(' ')[0]}=${value}`).join('; ');

  function keep(headers: Headers) {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const over = attributes.some((one) => /^expires=Thu, 01 Jan 1970/i.test(one) || /^max-age=0$/i.test(one));
      if (over || value === '') cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { value, path });
    }
  }

  async function once(url: URL, form?: Readonly<Record<string, string>>): Promise<Seen> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: cookieHeader(url.pathname) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    keep(answer.headers);
    return { status: answer.status, body: await answer.text(), url, headers: answer.headers };
  }

  async function follow(url: URL, form?: Readonly<Record<string, string>>): Promise<Seen> {
    let seen = await once(url, form);
    for (let hops = 0; hops < 12; hops += 1) {
      const to = seen.headers.get('location') ?? /url=(.+)$/.exec(seen.headers.get('refresh') ?? '')?.[1];
      if (!to) return seen;
      const next = new URL(to, seen.url);
      if (next.origin !== address) return { ...seen, url: next };
      seen = await once(next);
    }
    throw new Error(`too many redirects at ${seen.url.href}`);
  }

  const open = (to: string | URL) => follow(new URL(to, address));

  /** Sends the first form of a page that has this action (or any), with its hidden fields and what is typed. */
  async function send(page: Seen, fields: Readonly<Record<string, string>>, action = '') {
    const forms = [...page.body.matchAll(/<form[^>]*?(?:action="([^"]*)")?[^>]*>(.*?)<\/form>/gs)].filter(([form]) => /method="post"/.test(form) && !/sign-out/.test(form.slice(0, 200)));
    const form = action ? forms.find(([whole]) => whole.includes(`action="${action}"`)) : forms[0];
    if (!form) throw new Error(`no form on ${page.url.href}: ${page.body.slice(0, 500)}`);
    const hidden = Object.fromEntries([...form[2]!.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
    const to = /action="([^"]+)"/.exec(form[0])?.[1]?.replaceAll('&amp;', '&') ?? page.url.href;
    return follow(new URL(to, page.url), { ...hidden, ...fields });
  }

  /** Signs in by password where the program asks for it. */
  const signIn = (page: Seen, login: string) => send(page, { login, password: DEMO_PASSWORD }, '/sign-in');

  return { cookies, open, once, send, signIn };
}
