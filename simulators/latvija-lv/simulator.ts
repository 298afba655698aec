import type { Clock } from '#kernel/clock.js';
import { choosePerson, ONLY_MADE_UP } from '../choosing.js';
import { type Person, typedPerson } from '../people.js';
import { escaped, page, type Said, serve, type Serving } from '../web.js';
import { openSigner, signed, type Signer } from './signer.js';
import { ISSUER, tokenOf } from './token.js';

export interface LatvijaLvSimulator extends Serving {
  readonly settings: { readonly url: string; readonly realm: string; readonly issuer: string; readonly certificate: string };
  /** For tests that make tokens of their own. */
  readonly signer: Signer;
}

const REALM = 'urn:vienkopus:demo';
const STS = '/STS/VISS.LVP.STS/Default.aspx';

/** As whom the tester may come back; `{code}` is the chosen person's. */
const CAPACITIES: readonly { readonly shape: string; readonly words: string }[] = [
  { shape: 'PK:{code}', words: 'Iedzīvotājs / Resident' },
  { shape: 'AU:100001-PK:{code}', words: 'Iestādes darbinieks / Official of an institution' },
  { shape: 'PK:{code}-UR:40003627089', words: 'Uzņēmuma paraksttiesīgā persona / Signatory of a company' },
  { shape: 'DP:40003627089-PK:{code}', words: 'Uzņēmuma pilnvarots / By a company’s power of attorney' },
];

export async function startLatvijaLv({ port, folder, people, clock }: { port: number; folder: string | null; people: readonly Person[]; clock: Clock }): Promise<LatvijaLvSimulator> {
  const signer = await openSigner(folder);
  const serving = await serve(port, (asked) => {
    if (asked.path !== STS) return page('Latvija.lv', 'Šeit sāk cita sistēma', '<p>Sāciet pierakstīšanos sistēmā, kas prasa Latvija.lv.</p>', 404);
    return asked.method === 'POST' ? chosen(new URLSearchParams(asked.body)) : choose(asked.query);
  });

  function choose(query: URLSearchParams, fault?: string): Said {
    if (query.get('wa') !== 'wsignin1.0' || query.get('wtrealm') !== REALM || !/^https?:/.test(query.get('wreply') ?? '')) return page('Latvija.lv', 'Nezināms pieprasījums', '<p>wa, wtrealm vai wreply nav pareizs.</p>', 400);
    const options = CAPACITIES.map(({ shape, words }) => `<option value="${shape}">${escaped(words)}</option>`).join('');
    const more = `<label>Kā / As <select name="capacity">${options}</select></label>`;
    return choosePerson({ system: 'Latvija.lv', asker: REALM, action: STS, hidden: pick(query), people, more, ...(fault ? { fault } : {}) });
  }

  function chosen(form: URLSearchParams): Said {
    const person = people.find(({ code }) => code === form.get('person')) ?? typedPerson(form.get('name') ?? '', form.get('code') ?? '');
    const context = form.get('wctx') ?? '';
    if (form.get('person') === 'refuse') return handOver(form.get('wreply')!, { wa: 'wsignin1.0', wctx: context });
    if (!person) return choose(form, ONLY_MADE_UP);
    const shape = CAPACITIES.find((one) => one.shape === form.get('capacity'))?.shape ?? CAPACITIES[0]!.shape;
    const token = tokenOf({ identifier: shape.replace('{code}', person.code), person, realm: REALM, context, now: clock.now() });
    return handOver(form.get('wreply')!, { wa: 'wsignin1.0', wctx: context, wresult: signed(token, signer) });
  }

  return { ...serving, settings: { url: `${serving.address}${STS}`, realm: REALM, issuer: ISSUER, certificate: signer.certificate }, signer };
}

const pick = (query: URLSearchParams): Record<string, string> => Object.fromEntries(['wa', 'wtrealm', 'wreply', 'wctx'].flatMap((name) => (query.get(name) === null ? [] : [[name, query.get(name)!]])));

/** The browser posts the token to the asker, as WS-Federation has it. */
const handOver = (address: string, fields: Readonly<Record<string, string>>): Said =>
  page(
    'Latvija.lv',
    'Atgriešanās',
    `<form method="post" action="${escaped(address)}">${Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`).join('')}<button class="main">Turpināt / Go on</button></form><script>document.forms[0].submit()</script>`,
  );
