import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo } from '../../access/tests/made-up-country.js';
import { REG_NRS, sendingSchool, type SendingSchool } from './sending-school.js';

const NAMES = 130;
let s: SendingSchool;
let secretary: ReturnType<typeof visitor>;
beforeAll(async () => {
  s = await sendingSchool();
  secretary = visitor(s.t);
  await secretary.signIn(demo('school-secretary').login, demo('school-secretary').password);
  const fifth = await s.aClass('5.a', 5);
  const pupil = await s.pupil(fifth);
  const row = (more: object) => ({ pupil: pupil.code, period: 'S1', value: '7', ...more });
  // Written in two ways, so that a line may not be parted by a page; the later names on more rows.
  const subjects = Array.from({ length: NAMES }, (_, at) => [row({ subject: `Nezināms ${at}` }), row({ subject: `NEZINAMS-${at}`, period: 'S2' }), ...Array.from({ length: at % 3 }, () => row({ subject: `Nezināms ${at}`, period: 'YEAR' }))]).flat();
  expect(await s.send({}, subjects)).toMatchObject({ waiting: subjects.length });
  const maths = await s.subject('Matemātika');
  const classes = Array.from({ length: NAMES }, (_, at) => row({ subjectId: maths, class: `Grupa ${at}` }));
  expect(await s.send({}, classes)).toMatchObject({ waiting: NAMES });
});
afterAll(() => s.t.close());

async function walk(from: string): Promise<{ names: string[]; pages: number }> {
  const names: string[] = [];
  let pages = 0;
  for (let at: string | undefined = from; at; pages += 1) {
    const { status, body } = await secretary.open(at);
    expect(status).toBe(200);
    names.push(...[...body.matchAll(/scope="row"[^“]{0,200}?“([^”]+)”/g)].map(([, name]) => name!));
    at = /<a href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  }
  return { names, pages };
}

test('every name that waits stands on the desk once, fifty lines a page, those with most rows first', async () => {
  const { names, pages } = await walk(`/intake/mapping?regNr=${REG_NRS[0]}`);
  expect([names.length, new Set(names.map((name) => name.replace(/\D/g, ''))).size, pages]).toEqual([NAMES, NAMES, 3]);
  const rows = names.map((name) => Number(name.replace(/\D/g, '')) % 3);
  expect(rows).toEqual(rows.toSorted((a, b) => b - a));
  const classes = await walk(`/intake/mapping/classes?regNr=${REG_NRS[0]}`);
  expect([classes.names.length, new Set(classes.names).size, classes.pages]).toEqual([NAMES, NAMES, 3]);
});

test('a name of any page has its form, and is matched however it is written', async () => {
  const { names } = await walk(`/intake/mapping?regNr=${REG_NRS[0]}`);
  const last = names.at(-1)!;
  const form = (await secretary.open(`/intake/mapping/name?${new URLSearchParams({ regNr: REG_NRS[0], journal: s.journalId, name: last })}`)).body;
  expect(form).toContain('name="other"');
  const maths = await s.subject('Matemātika');
  const before = await s.rows(`select 1 from intake.answer where state = 'waiting' and code = 'VI-101'`);
  const csrf = /name="_csrf" value="([^"]+)"/.exec(form)![1]!;
  expect((await secretary.send('/intake/mapping/name', { _csrf: csrf, regNr: REG_NRS[0], journal: s.journalId, name: last, subject: 'other', other: String(maths), sure: 'yes' })).status).toBe(303);
  expect(before.length - (await s.rows(`select 1 from intake.answer where state = 'waiting' and code = 'VI-101'`)).length).toBe(2);
  // What it means stands below the names that wait, on each page.
  expect((await walk(`/intake/mapping?regNr=${REG_NRS[0]}`)).names.filter((name) => name !== last)).toHaveLength(NAMES - 1);
});

test('an address that was cut shows the beginning, and keys of names kept before are those of names sent now', async () => {
  expect((await secretary.open(`/intake/mapping?regNr=${REG_NRS[0]}&after=%5B1`)).status).toBe(200);
  // The migration says the same as the program of names in Latvian.
  const [differ] = await s.rows<{ differ: number }>(`select count(*)::int as differ from intake.answer a where a.code = 'VI-101' and a.name_key <> regexp_replace(platform.search_key(a.sent->>'subject'), '[^[:alnum:]]', '', 'g')`);
  expect(differ).toEqual({ differ: 0 });
});
