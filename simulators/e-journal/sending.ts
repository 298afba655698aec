import { createHash, randomBytes } from 'node:crypto';
import { escaped, page, type Said, sendTo, serve, type Serving } from '../web.js';
import { type Ask, readRoster, type RosterClass } from './roster.js';
import type { Parcel } from './semester.js';
import { type Vendor, VENDORS } from './vendors.js';

export interface SendingSimulator extends Serving {
  readonly settings: { readonly url: string };
}

export interface Sending {
  /** Where Vienkopus listens. */
  readonly vienkopus: string;
  readonly institution: string;
  readonly stranger: string;
  readonly year: number;
  /** The month that goes on, such as M11. */
  readonly month: string;
}

interface Answer {
  readonly code: string;
  readonly state: string;
  readonly field: string;
  readonly found: string;
  readonly expected?: { readonly lv: string };
  readonly nearest?: readonly { readonly words: { readonly lv: string }; readonly value: string }[];
}

/** What became of a parcel. */
interface Sent {
  readonly parcel: Parcel;
  readonly status: number | null;
  readonly deprecation: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Run {
  readonly number: number;
  doing: string | null;
  failed: string | null;
  readonly sent: Sent[];
}

/** The office of two made-up e-journals: a button sends a semester of the demonstration's school with all the usual mistakes, over HTTP as any journal would. */
export async function startSending({ port, ...wishes }: Sending & { port: number }): Promise<SendingSimulator> {
  const runs = new Map<string, Run>();
  // Another start of the simulator is another sender of keys: yesterday's batches stay what they were.
  const start = randomBytes(4).toString('hex');
  let pressed = 0;
  const serving = await serve(port, (asked) => {
    if (asked.method === 'POST' && asked.path === '/send') {
      const vendor = VENDORS.find(({ code }) => code === new URLSearchParams(asked.body).get('journal'));
      if (vendor && !runs.get(vendor.code)?.doing) {
        const run: Run = { number: (pressed += 1), doing: 'Paņem klašu sarakstus / Fetching class lists', failed: null, sent: [] };
        runs.set(vendor.code, run);
        void sendSemester(vendor, run, wishes, start);
      }
      return sendTo('/');
    }
    return asked.path === '/' ? office(runs, wishes) : page('E-žurnāli', 'Tādas lapas nav', '<p><a href="/">Uz sākumu</a></p>', 404);
  });
  return { ...serving, settings: { url: serving.address } };
}

async function sendSemester(vendor: Vendor, run: Run, wishes: Sending, start: string): Promise<void> {
  try {
    const token = await tokenOf(vendor, wishes.vienkopus);
    const ask: Ask = async (path) => {
      const response = await fetch(`${wishes.vienkopus}${path}`, { headers: { authorization: `Bearer ${token}`, accept: 'application/json' } });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
      return { body: (await response.json()) as Record<string, unknown>, total: Number(response.headers.get('x-total-count') ?? 0) };
    };
    const classes: readonly RosterClass[] = await readRoster(ask, wishes.institution, wishes.year);
    for (const parcel of vendor.semester({ ...wishes, classes })) {
      run.doing = parcel.title;
      run.sent.push(await sendParcel(parcel, token, wishes.vienkopus, `${vendor.code}-${start}-${run.number}`));
    }
  } catch (error) {
    run.failed = error instanceof Error ? error.message : String(error);
  } finally {
    run.doing = null;
  }
}

/** A token by the journal's own secret (RFC 6749, 4.4). */
async function tokenOf({ clientId, secret }: Vendor, vienkopus: string): Promise<string> {
  const described = await fetch(`${vienkopus}/oidc/.well-known/openid-configuration`);
  const { token_endpoint: endpoint } = (await described.json()) as { token_endpoint: string };
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(secret)}`).toString('base64')}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = (await response.json()) as { access_token?: string };
  if (!token) throw new Error(`Vienkopus nedeva piekļuvi (${response.status}) / no access`);
  return token;
}

async function sendParcel(parcel: Parcel, token: string, vienkopus: string, run: string): Promise<Sent> {
  const key = `${run}-${createHash('sha256').update(parcel.title).digest('hex').slice(0, 8)}`;
  const response = await fetch(`${vienkopus}${parcel.path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ ...parcel.head, rows: parcel.rows }),
  });
  const words = await response.text();
  return { parcel, status: response.status, deprecation: response.headers.get('deprecation'), body: parsed(words) };
}

function parsed(words: string): Record<string, unknown> {
  try {
    return JSON.parse(words) as Record<string, unknown>;
  } catch {
    return { title: words.slice(0, 300) };
  }
}

function office(runs: ReadonlyMap<string, Run>, { vienkopus }: Sending): Said {
  const busy = [...runs.values()].some(({ doing }) => doing);
  const sections = VENDORS.map((vendor) => {
    const run = runs.get(vendor.code);
    const results = (run?.sent ?? []).map(sentWords).join('');
    const state = run?.doing ? `<p role="status"><strong>Sūta:</strong> ${escaped(run.doing)}…</p>` : run?.failed ? `<p role="alert"><strong>Neizdevās:</strong> ${escaped(run.failed)}</p>` : '';
    const label = run ? 'Sūtīt semestri vēlreiz / Send the semester again' : 'Sūtīt semestri / Send a semester';
    return `<section id="${vendor.code}"><h2>${escaped(vendor.title)}</h2><p>${escaped(vendor.habits)}</p>
      <form method="post" action="/send"><button class="main" name="journal" value="${vendor.code}"${run?.doing ? ' disabled' : ''}>${label}</button></form>${state}${results}</section>`;
  }).join('');
  const next = `<p>Kas gaida skolas lēmumu: <a href="${escaped(vienkopus)}/intake/mapping">saskaņošanas galds Vienkopus</a>. Pēc saskaņošanas sūtiet vēlreiz: pieņems vienu reizi.<br>
    <small>What waits for the school: the mapping desk. Send again afterwards: it is taken once.</small></p>`;
  return page('Skolu e-žurnāli', 'Nosūtīt vērtējumus un kavējumus', next + sections, 200, busy ? 1 : 0);
}

/** “1 rinda”, “21 rinda”, but “11 rindas”. */
export const rowsWords = (count: number): string => `${count} ${count % 10 === 1 && count % 100 !== 11 ? 'rinda' : 'rindas'}`;

const PERIODS: Readonly<Record<string, string>> = { S1: '1. semestris', S2: '2. semestris', YEAR: 'gads', POST: 'pēcpārbaudījums', EXAM: 'valsts pārbaudījums', FINAL: 'gala vērtējums' };
const KINDS: Readonly<Record<string, string>> = { mark: 'vērtējums', outcome: 'sasniedzamais rezultāts', absence: 'kavējumi' };
/** What was found, in words where it is a period or a kind; M09 is a month. */
export const foundWords = (found: string): string => PERIODS[found] ?? KINDS[found] ?? found.replace(/^M(0[1-9]|1[0-2])$/, (_, month: string) => `${Number(month)}. mēnesis`);

function sentWords({ parcel, status, deprecation, body }: Sent): string {
  const count = (name: string) => (typeof body[name] === 'number' ? (body[name] as number) : null);
  const counts = ([['taken', 'pieņemtas'], ['corrected', 'labotas'], ['unchanged', 'nemainītas'], ['waiting', 'gaida skolu'], ['refused', 'nepieņemtas'], ['pending', 'vēl neapstrādātas']] as const)
    .flatMap(([name, words]) => (count(name) === null || (name === 'pending' && count(name) === 0) ? [] : [`${words}: <strong data-${name}>${count(name)}</strong>`])).join(' · ');
  const answers = Object.entries(Object.groupBy((body['answers'] ?? []) as Answer[], ({ code }) => code)).map(([code, of = []]) => {
    const [first] = of;
    const nearest = (first?.nearest ?? []).map((one) => one.words.lv || one.value).join(', ');
    return `<li><strong>${escaped(code)}</strong> × ${of.length}: ${escaped(foundWords(first?.found ?? ''))} – ${escaped(first?.expected?.lv ?? '')}${nearest ? ` <em>Tuvākais: ${escaped(nearest)}</em>` : ''}</li>`;
  }).join('');
  const whole = typeof body['title'] === 'string' ? `<li><strong>${escaped(String(body['type'] ?? '').split('/').at(-1) ?? '')}</strong>: ${escaped(body['title'])}</li>` : '';
  const old = deprecation ? '<li><strong>VI-106</strong>: adrese ir pārcelta; atbildē ir galvenes Deprecation, Sunset un Link</li>' : '';
  return `<h3>${escaped(parcel.title)}</h3><p>${rowsWords(parcel.rows.length)} → HTTP ${status ?? '–'}. ${counts}</p><ul>${answers}${whole}${old}</ul>`;
}
