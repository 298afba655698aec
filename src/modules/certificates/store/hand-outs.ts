import { z } from 'zod';
import { sharedWrite } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CHANNELS, type Channel, type How, HOWS } from '../domain/states.js';

export interface HandOut {
  readonly how: How;
  readonly channel: Channel;
  readonly at: Date;
  readonly userId: string | null;
  readonly actor: string;
  readonly remark?: string;
}

/** Notes that these certificates were given, each with the hash of the bytes that are. */
export const noteHandOuts = (tx: Write, certificates: readonly { readonly id: string; readonly edocSha256: string | null }[], { how, channel, at, userId, actor, remark = '' }: HandOut): Promise<void> =>
  insertHandOuts(tx, certificates.map(({ id, edocSha256 }) => ({ certificate_id: id, how, channel, sha256: edocSha256, at, user_id: userId, actor, remark })));

const insertHandOuts = sharedWrite((tx, lists: readonly (readonly Readonly<Record<string, unknown>>[])[]) =>
  tx.run(sql`insert into certificates.hand_out (certificate_id, how, channel, sha256, at, user_id, actor, remark)
    select h.certificate_id, h.how, h.channel, h.sha256, h.at, h.user_id, h.actor, h.remark
    from jsonb_to_recordset(${JSON.stringify(lists.flat())}::jsonb) as h(certificate_id uuid, how text, channel text, sha256 text, at timestamptz, user_id uuid, actor text, remark text)`),
);

const Noted = z.object({ id: z.string(), number: z.string(), version: z.number(), personId: z.string(), fileId: z.string() });

/** The very files that someone has just been noted to fetch with a sitting: an archive time stamp that comes while they are read changes none. */
export const listNoted = (tx: Read, certificateIds: readonly string[], actor: string): Promise<z.infer<typeof Noted>[]> =>
  tx.all(
    Noted,
    sql`select c.id, c.number, c.version, c.person_id, coalesce(a.file_id, c.file_id) as file_id from certificates.certificate c
      join lateral (select h.sha256 from certificates.hand_out h where h.certificate_id = c.id and h.how = 'downloaded with the sitting' and h.actor = ${actor} order by h.id desc limit 1) noted on true
      left join certificates.archive_stamp a on a.certificate_id = c.id and a.sha256 = noted.sha256
      where c.id = any(${[...certificateIds]}::uuid[]) order by c.number`,
  );

const HandOutRow = z.object({ id: z.string(), how: z.enum(HOWS), channel: z.enum(CHANNELS), sha256: z.string(), at: z.date(), actor: z.string(), remark: z.string(), version: z.number(), stamps: z.number() });
export type HandOutRow = z.infer<typeof HandOutRow>;

/** Who got any version of a certificate, the latest first. */
export const listHandOuts = (tx: Read, number: string, limit: number): Promise<HandOutRow[]> =>
  tx.all(
    HandOutRow,
    sql`select h.id, h.how, h.channel, h.sha256, h.at, h.actor, h.remark, c.version, coalesce(a.place, 0) as stamps from certificates.hand_out h join certificates.certificate c on c.id = h.certificate_id
      left join certificates.archive_stamp a on a.certificate_id = c.id and a.sha256 = h.sha256 where c.number = ${number} order by h.id desc limit ${limit}`,
  );

/** Which of these certificates a message to their holders was sent about already. */
export const listAskedByMessage = async (tx: Read, certificateIds: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set((await tx.all(z.object({ id: z.string() }), sql`select distinct h.certificate_id as id from certificates.hand_out h where h.certificate_id = any(${[...certificateIds]}::uuid[]) and h.how = 'sent' and h.channel = 'message'`)).map(({ id }) => id));
