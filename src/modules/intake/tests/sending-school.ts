import * as openid from 'openid-client';
import { type ListeningProgram, listeningProgram } from '../../apps/tests/program.js';
import { INSTITUTIONS } from '../../access/tests/made-up-country.js';
import { BASIC } from '../../education/tests/made-up-schools.js';

export const YEAR = 2026;
/** In the middle of January: the first semester is over and its entry open, the second has begun. */
export const NOW = '2027-01-20T10:00:00+02:00';
export const REG_NRS = ['9900000000', '9900000001'] as const;
/** Two schools: A and B. */
export const [A, B] = INSTITUTIONS;

export interface Pupil {
  readonly id: string;
  readonly code: string;
  readonly family: string;
}

export interface SendingSchool {
  readonly t: ListeningProgram;
  readonly journalId: string;
  readonly userId: string;
  rows<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  /** A pupil who is a member and in a class for some days. */
  pupil(classId: string, from?: string, to?: string | null, institution?: string): Promise<Pupil & { membershipId: string }>;
  member(pupil: Pupil, classId: string, from: string, to: string | null, institution: string): Promise<string>;
  aClass(title: string, grade: number, institution?: string, year?: number): Promise<string>;
  subject(name: string): Promise<number>;
  /** Has what is recorded of a pupil in subjects come from elsewhere, at the time at which it came. */
  cameFrom(pupil: Pupil, channel: 'manual' | 'file' | 'service', journalId?: string | null): Promise<unknown>;
  /** Sends to an address of the intake with a machine's token. */
  call(path: string, more?: RequestInit, token?: string): Promise<Response>;
  /** A batch as JSON; answers its state. */
  send(head: object, rows: readonly object[], key?: string): Promise<Answered>;
  /** A batch as NDJSON. */
  sendLines(head: Readonly<Record<string, string>>, lines: string | ReadableStream<Uint8Array>, key?: string): Promise<Answered>;
  /** Another e-journal with its machine; confirmed by school A where wanted. */
  journal(code: string, confirmedBy?: readonly string[]): Promise<{ journalId: string; userId: string; token: string }>;
}

export interface Answered {
  readonly status: number;
  readonly id: string;
  readonly rows: number;
  readonly state: string;
  readonly taken: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly waiting: number;
  readonly pending: number;
  readonly warned: number;
  readonly answers: readonly { row: number; record: string | null; code: string; state: string; taken: boolean; field: string; found: string; expected: { lv: string; en: string }; nearest: { value: string; words: { lv: string } }[]; mended: Record<string, unknown> | null; mend: { lv: string }; also: { code: string; field: string; found: string; nearest: { value: string }[]; mend: { lv: string } }[] }[];
  readonly next: string | null;
  readonly cause?: string;
  readonly type?: string;
}

/** Two schools with an e-journal that the first has confirmed, and a real token of its machine. */
export async function sendingSchool(now: string = NOW): Promise<SendingSchool> {
  const t = await listeningProgram(now);
  const rows = async <R extends object>(text: string, values: readonly unknown[] = []) => (await t.database.pool.query<R>(text, [...values])).rows;
  await rows(`insert into education.licence (institution_id, programme_code, licence_nr, valid_from, recorded_at, recorded_by) select i, $2, 'V-1', '2010-09-01', now(), 'test' from unnest($1::uuid[]) i`, [[A, B], BASIC]);
  const first = await journal('zalais', [A]);
  let [made, sent] = [0, 0];

  async function journal(code: string, confirmedBy: readonly string[] = []) {
    const login = `sistema.${code}`;
    const [user] = await rows<{ id: string }>(`insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) values ($1, $1, $2, now(), 'test') returning id`, [login, t.units[0]]);
    await rows(
      `insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by) values ($1, 'e-journal', true, '2026-01-01', 'Līgums 1', '2026-01-01', now(), 'test')`,
      [user!.id],
    );
    const [made_] = await rows<{ id: string }>(`insert into intake.journal (code, name, vendor, user_id, state, recorded_at, recorded_by) values ($1, $1, 'SIA Izdoma', $2, 'registered', now(), 'test') returning id`, [code, user!.id]);
    for (const institution of confirmedBy) {
      await rows(`insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by) values ($1, $2, '2026-09-01', now(), 'test')`, [made_!.id, institution]);
    }
    const client = await t.client({ kind: 'machine', user: login });
    const { access_token: token } = await openid.clientCredentialsGrant(await t.discover(client.id, openid.ClientSecretBasic(client.secret!)));
    return { journalId: made_!.id, userId: user!.id, token };
  }

  const call: SendingSchool['call'] = (path, more = {}, token = first.token) =>
    fetch(`${t.address}/api/intake${path}`, { ...more, headers: { authorization: `Bearer ${token}`, ...(more.headers as Record<string, string> | undefined) } });
  const answered = async (response: Response): Promise<Answered> => accounted({ status: response.status, ...((await response.json()) as object) } as Answered);
  const keyOf = (key: string | undefined) => key ?? `batch-${(sent += 1)}`;

  async function member(pupil: Pupil, classId: string, from: string, to: string | null, institution: string) {
    const [membership] = await rows<{ id: string }>(
      `insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, valid_to, end_reason, recorded_at, recorded_by)
       values ($1, $2, $3, true, $4, $5::date, case when $5::date is null then null else (select code from education.end_reason limit 1) end, now(), 'test') returning id`,
      [pupil.id, institution, BASIC, from, to],
    );
    await rows(`insert into education.placement (membership_id, class_id, person_id, valid_from, valid_to, recorded_at, recorded_by) values ($1, $2, $3, $4, $5, now(), 'test')`, [membership!.id, classId, pupil.id, from, to]);
    return membership!.id;
  }

  return {
    t, rows, journalId: first.journalId, userId: first.userId, call, member, journal,
    async pupil(classId, from = '2026-09-01', to = null, institution = A) {
      made += 1;
      const [code, family] = [`4505${String(2_000_000 + made)}`, `Paraugs${'abcdefghij'[made % 10]}`];
      const [person] = await rows<{ id: string }>(
        `insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) values ('2015-05-05', 'female', platform.search_key($1), platform.search_key('Anna'), now(), 'test') returning id`,
        [family],
      );
      await rows(`insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) values ($1, 'Anna', $2, '2015-05-05', now(), 'test')`, [person!.id, family]);
      await rows(`insert into persons.code (person_id, code, valid_from, recorded_at, recorded_by) values ($1, $2, '2015-05-05', now(), 'test')`, [person!.id, code]);
      const pupil = { id: person!.id, code, family };
      return { ...pupil, membershipId: await member(pupil, classId, from, to, institution) };
    },
    async aClass(title, grade, institution = A, year = YEAR) {
      const key = title.toUpperCase().replaceAll(/[.\s-]/g, '');
      const [one] = await rows<{ id: string }>(
        `insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by) values ($1, $2, 'class', $3, $4, $5, $6, now(), 'test') returning id`,
        [year, institution, grade, title, key, BASIC],
      );
      return one!.id;
    },
    cameFrom: (pupil, channel, journalId = null) =>
      rows(
        `update marks.mark m set arrival_id = null, channel = $2, journal_id = $3, batch_id = a.batch_id, entered_at = a.entered_at, entered_by = a.entered_by from marks.arrival a where a.id = m.arrival_id and m.person_id = $1`,
        [pupil.id, channel, journalId],
      ),
    subject: async (name) => (await rows<{ id: number }>('select id from education.subject where name = $1', [name]))[0]!.id,
    send: async (head, body, key) =>
      answered(await call('/batches', { method: 'POST', body: JSON.stringify({ institution: REG_NRS[0], year: YEAR, kind: 'mark', ...head, rows: body }), headers: { 'content-type': 'application/json', 'idempotency-key': keyOf(key) } })),
    sendLines: async (head, lines, key) =>
      answered(
        await call(`/batches?${new URLSearchParams({ institution: REG_NRS[0], year: String(YEAR), kind: 'mark', ...head })}`, {
          method: 'POST', body: lines, headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': keyOf(key) }, ...(typeof lines === 'string' ? {} : { duplex: 'half' }),
        } as RequestInit),
      ),
  };
}

/** Whatever is sent, each row of a batch that is done is counted exactly once. */
function accounted(answer: Answered): Answered {
  const { rows, taken, corrected, unchanged, refused, waiting, pending } = answer;
  if (answer.state === 'done' && pending !== 0) throw new Error(`rows without an answer: ${JSON.stringify(answer)}`);
  if (answer.state !== undefined && taken + corrected + unchanged + refused + waiting + pending !== rows) throw new Error(`rows unaccounted for: ${JSON.stringify(answer)}`);
  return answer;
}
