import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Period } from '#kernel/period.js';
import type { Text } from '#kernel/text.js';
import { every, sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';

export const ANNOUNCEMENT_KINDS = ['news', 'fixed', 'outage'] as const;
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];

export const Announcement = z.object({
  id: z.string(),
  module: z.string().nullable(),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  titleLv: z.string(),
  titleEn: z.string(),
  bodyLv: z.string(),
  bodyEn: z.string(),
  validFrom: z.custom<IsoDate>((value) => typeof value === 'string'),
  validTo: z.custom<IsoDate | null>((value) => value === null || typeof value === 'string'),
  withdrawnAt: z.date().nullable(),
  /** Another one took its place. */
  replaced: z.boolean(),
});
export type Announcement = z.infer<typeof Announcement>;

const columns = sql`a.id, a.module, a.kind, a.title_lv, a.title_en, a.body_lv, a.body_en, a.valid_from, a.valid_to, a.withdrawn_at,
  exists (select from platform.announcement r where r.replaces = a.id) as replaced`;

/** What the start page tells on a day: outages first, then the newest. */
export const listShownOn = (tx: Read, day: IsoDate, limit: number): Promise<Announcement[]> =>
  tx.all(
    Announcement,
    sql`select ${columns} from platform.announcement a
      where a.withdrawn_at is null and a.valid_from <= ${day} and (a.valid_to is null or ${day} < a.valid_to)
      order by a.kind = 'outage' desc, a.valid_from desc, a.id desc limit ${limit}`,
  );

/** All that was ever announced, newest first; `before` is the id of the last one already shown. */
export const listAnnouncements = (tx: Read, before: string | null, limit: number): Promise<Announcement[]> =>
  tx.all(Announcement, sql`select ${columns} from platform.announcement a where ${every(before ? [sql`a.id < ${before}`] : [])} order by a.id desc limit ${limit}`);

/** One that still holds: neither withdrawn nor put right since. */
export const findAnnouncement = (tx: Read, id: string): Promise<Announcement | undefined> =>
  tx.first(Announcement, sql`select ${columns} from platform.announcement a where a.id = ${id} and a.withdrawn_at is null`);

export interface NewAnnouncement {
  readonly module: string | null;
  readonly kind: AnnouncementKind;
  readonly title: Text;
  readonly body: Text;
  readonly shown: Period;
  /** The one that it puts right. */
  readonly replaces?: string;
}

export async function publishAnnouncement(tx: Write, { module, kind, title, body, shown, replaces }: NewAnnouncement, by: string, now: Date): Promise<string> {
  const written = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into platform.announcement (module, kind, title_lv, title_en, body_lv, body_en, valid_from, valid_to, replaces, recorded_at, recorded_by)
      values (${module}, ${kind}, ${title.lv}, ${title.en}, ${body.lv}, ${body.en}, ${shown.from}, ${shown.to}, ${replaces ?? null}, ${now}, ${by}) returning id`,
  );
  return written!.id;
}

/** Takes an announcement off the start page; it stays in the list of all. Tells whether there was one to withdraw. */
export const withdrawAnnouncement = async (tx: Write, id: string, by: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update platform.announcement set withdrawn_at = ${now}, withdrawn_by = ${by} where id = ${id} and withdrawn_at is null`)) > 0;
