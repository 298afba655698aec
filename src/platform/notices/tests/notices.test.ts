import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { enqueuer } from '#platform/jobs/job.js';
import { mailServer } from '#platform/mail/mail-server.js';
import { sendMail } from '#platform/mail/send-mail.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { countUnread, listNotices, markRead } from '../inbox.js';
import { type Notice, notify } from '../notify.js';
import { deafPeer, smtpPeer, type SmtpPeer } from './smtp-peer.js';

let t: TestPlatform;
let peer: SmtpPeer;
beforeAll(async () => {
  t = await testPlatform();
  peer = await smtpPeer();
});
beforeEach(() => {
  peer.taken.length = 0;
  peer.answer = null;
});
afterAll(async () => {
  await peer.close();
  await t.close();
});

const now = new Date('2026-11-21T08:00:00Z');
const tell = (notice: Partial<Notice> & { onceKey: string }) =>
  t.database.transaction((tx) =>
    notify(
      { tx, enqueue: enqueuer(tx, t.platform.jobs), now },
      {
        userId: 'anna',
        email: 'anna@example.lv',
        kind: 'access.grant-ends',
        subject: { lv: 'Jūsu tiesības beidzas', en: 'Your rights end' },
        body: { lv: 'Ādažu novada skolā tiesības beidzas 30.06.2027.', en: 'Your rights in the school end on 30.06.2027.' },
        link: '/my/rights',
        ...notice,
      },
    ),
  );

const Mail = z.object({ id: z.string(), state: z.string(), attempts: z.number(), failure: z.string().nullable() });
const mailOf = async (onceKey: string) =>
  (await t.database.read.first(
    Mail,
    sql`select m.id, m.state, m.attempts, m.failure from platform.outbox_mail m join platform.notice n on n.id = m.notice_id where n.once_key = ${onceKey}`,
  ))!;
const send = (mailId: string, url: string | null) =>
  sendMail.run({ platform: { ...t.platform, mail: url ? mailServer(url, 'vienkopus@example.lv') : null }, now }, { mailId });

test('a notice is shown in the program and stays unread until it is opened', async () => {
  await tell({ userId: 'reader', email: null, onceKey: 'a' });
  await tell({ userId: 'reader', email: null, onceKey: 'b' });
  expect(await countUnread(t.database.read, 'reader')).toBe(2);
  const [newest] = await listNotices(t.database.read, 'reader', null, 1);
  expect(await listNotices(t.database.read, 'reader', newest!.id, 5)).toHaveLength(1);
  expect(await t.database.transaction((tx) => markRead(tx, 'somebody-else', newest!.id, now))).toBe(0);
  expect(await t.database.transaction((tx) => markRead(tx, 'reader', newest!.id, now))).toBe(1);
  expect(await countUnread(t.database.read, 'reader')).toBe(1);
});

test('the same thing is told once', async () => {
  await tell({ userId: 'once', email: null, onceKey: 'same' });
  await tell({ userId: 'once', email: null, onceKey: 'same' });
  expect(await countUnread(t.database.read, 'once')).toBe(1);
});

test('a link leads nowhere but into the program', async () => {
  await expect(tell({ userId: 'x', email: null, onceKey: 'bad', link: '//elsewhere.example' })).rejects.toThrow(/notice_links_within_the_program/);
});

test('mail goes out in the chosen language, with an id that a repeat keeps', async () => {
  await tell({ onceKey: 'sent' });
  const { id } = await mailOf('sent');
  await send(id, peer.url);
  expect(await mailOf('sent')).toMatchObject({ state: 'sent', attempts: 1, failure: null });
  expect(peer.taken[0]).toContain(`Message-ID: <${id}@example.lv>`);
  expect(peer.taken[0]).toContain(`Subject: =?UTF-8?`);

  await t.database.transaction((tx) => tx.run(sql`update platform.outbox_mail set state = 'queued', sent_at = null where id = ${id}`));
  await send(id, peer.url);
  const ids = peer.taken.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
  expect(ids).toEqual([ids[0], ids[0]]);
  await send(id, peer.url);
  expect(peer.taken).toHaveLength(2);
});

test('a server that is away is tried again; the reason kept names no address', async () => {
  await tell({ onceKey: 'away' });
  const { id } = await mailOf('away');
  const deaf = await deafPeer();
  await expect(send(id, deaf.url)).rejects.toThrow();
  await deaf.close();
  const waiting = await mailOf('away');
  expect(waiting).toMatchObject({ state: 'queued', attempts: 1 });
  expect(waiting.failure).not.toMatch(/anna/);
  peer.answer = { code: 451 };
  await expect(send(id, peer.url)).rejects.toThrow(/451/);
  peer.answer = null;
  await send(id, peer.url);
  expect(await mailOf('away')).toMatchObject({ state: 'sent', attempts: 3 });
});

test('an address that the server refuses for good is given up', async () => {
  await tell({ onceKey: 'unknown' });
  const { id } = await mailOf('unknown');
  peer.answer = { code: 550 };
  await send(id, peer.url);
  expect(await mailOf('unknown')).toMatchObject({ state: 'failed', failure: 'EENVELOPE 550' });
});

test('without a mail server mail is kept, by the queue itself', async () => {
  await tell({ onceKey: 'kept' });
  await t.runDueJobs();
  expect(await mailOf('kept')).toMatchObject({ state: 'kept', attempts: 0 });
});
