import { z } from 'zod';
import { CANDIDATE_KINDS, isVisibleEntry, joinEntry } from '#modules/exams/public.js';
import { ofScope } from '#modules/education/public.js';
import { joinCode, joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sharedFirst, sharedRows } from '#platform/db/sharing.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CHANNELS, HOWS, REACHES_HOLDER } from '../domain/states.js';
import { Day, Page, State } from './rows.js';

const LEVELS = ['basic', 'optimal', 'highest', 'general'] as const;
const EXAM_KINDS = ['centralised exam', 'monitoring work'] as const;

const Unfit = z.object({ id: z.string(), number: z.string(), personId: z.string(), sealingId: z.string(), examCode: z.string(), year: z.number(), page: Page, unfitLv: z.string(), unfitEn: z.string() });
/** A draft that waits for somebody to say how its name is printed. */
export type UnfitRow = z.infer<typeof Unfit>;
const UNFIT = sql`select c.id, c.number, c.person_id, c.sealing_id, c.exam_code, c.year, c.page, c.unfit_lv, c.unfit_en from certificates.certificate c where c.unfit_lv <> ''`;

export const listUnfit = (tx: Read, sealingId: string, after: string | null, limit: number): Promise<UnfitRow[]> =>
  tx.all(Unfit, sql`${UNFIT} and c.sealing_id = ${sealingId} and ${after ? sql`c.id > ${after}::uuid` : sql`true`} order by c.id limit ${limit}`);
export const findUnfit = (tx: Read, id: string): Promise<UnfitRow | undefined> => tx.first(Unfit, sql`${UNFIT} and c.id = ${id}`);
export const countUnfit = async (tx: Read): Promise<number> => (await tx.first(z.object({ n: z.number() }), sql`select count(*)::int as n from certificates.certificate c where c.unfit_lv <> ''`))!.n;

const Shown = z.object({
  id: z.string(), number: z.string(), version: z.number(), entryId: z.string(), personId: z.string(), institutionId: z.string(), sittingId: z.string(), eventId: z.string(), year: z.number(), examCode: z.string(), total: z.number(), issuedOn: Day, state: State,
  fileId: z.string().nullable(), edocSha256: z.string().nullable(), edocSize: z.number().nullable(), stamps: z.number(), releasedAt: z.date().nullable(), revokedAt: z.date().nullable(), revokedWhy: z.string(), isVisible: z.boolean(),
  given: z.string().nullable(), family: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), lastAt: z.date().nullable(), lastHow: z.enum(HOWS).nullable(), lastChannel: z.enum(CHANNELS).nullable(), hasIt: z.boolean(),
});
/** A certificate as lists show it, with the file that is given today (the one with the latest archive time stamp), with whether its holder has it; of a protected person initials alone. */
export type ShownCertificate = z.infer<typeof Shown>;

const reaches = sql`(${sql.join(REACHES_HOLDER.map(({ how, channel }) => sql`(h.how = ${how} and h.channel = ${channel})`), sql` or `)})`;

const shown = (today: IsoDate | Sql, now: Date | Sql): Sql => sql`select c.id, c.number, c.version, c.entry_id, c.person_id, c.institution_id, c.sitting_id, c.event_id, c.year, c.exam_code, c.total, c.issued_on, c.state, coalesce(p.file_id, c.file_id) as file_id, coalesce(p.sha256, c.edoc_sha256) as edoc_sha256, coalesce(p.size, c.edoc_size) as edoc_size, coalesce(p.stamps, 0) as stamps, c.released_at, c.revoked_at, c.revoked_why,
    c.state = 'released' and ${isVisibleEntry(sql`c.entry_id`, now)} as is_visible, n.given, n.family, e.class_title, e.candidate_as, e.kind, e.level, e.locative_lv, e.name_en, last.at as last_at, last.how as last_how, last.channel as last_channel,
    exists (select from certificates.hand_out h where h.certificate_id = c.id and ${reaches}) as has_it
  from certificates.certificate c left join certificates.proof p on p.certificate_id = c.id ${joinEntry('e', sql`c.entry_id`)} ${joinName('n', sql`c.person_id`, today)}
  left join lateral (select h.at, h.how, h.channel from certificates.hand_out h where h.certificate_id = c.id order by h.id desc limit 1) last on true`;

interface At {
  readonly scope: Scope;
  readonly today: IsoDate;
  readonly now: Date;
}

/** One certificate of the scope; whoever may only see what is published gets nothing before. */
export const findCertificate = (tx: Read, id: string, { scope, today, now }: At, alsoUnseen: boolean): Promise<ShownCertificate | undefined> =>
  tx.first(Shown, sql`${shown(today, now)} where c.id = ${id} and ${ofScope(sql`c.institution_id`, scope)} and ${seen(alsoUnseen, now)}`);

/** What may be seen of a row: everything by the agency, by others what is released and published. */
const seen = (alsoUnseen: boolean, now: Date | Sql): Sql => (alsoUnseen ? sql`true` : sql`(c.state = 'released' and ${isVisibleEntry(sql`c.entry_id`, now)})`);

export interface SittingPage extends At {
  readonly sittingId: string;
  readonly alsoUnseen: boolean;
  /** Only what may be given and has not reached its holder. */
  readonly withoutIt: boolean;
  readonly after: string | null;
  readonly limit: number;
}

/** The certificates of a sitting by their holders' names, also revoked ones where nobody asks for those who have not got theirs. The row before is found by its identity, so that no name stands in an address. */
export const listOfSitting = (tx: Read, { sittingId, scope, today, now, alsoUnseen, withoutIt, after, limit }: SittingPage): Promise<ShownCertificate[]> =>
  tx.all(
    Shown,
    sql`with l as materialized (select s.*, (coalesce(s.family, '') || ' ' || coalesce(s.given, '')) collate platform.latvian as sort_key
        from (${shown(today, now)} where c.sitting_id = ${sittingId} and ${ofScope(sql`c.institution_id`, scope)} and ${seen(alsoUnseen, now)}) s)
      select l.* from l where ${withoutIt ? sql`l.is_visible and l.revoked_at is null and not l.has_it` : sql`true`}
        and ${after ? sql`(l.sort_key, l.id) > (select b.sort_key, b.id from l b where b.id = ${after}::uuid)` : sql`true`} order by l.sort_key, l.id limit ${limit}`,
  );

const ToHandOut = z.object({ id: z.string(), number: z.string(), version: z.number(), personId: z.string(), fileId: z.string(), edocSha256: z.string() });
export type ToHandOut = z.infer<typeof ToHandOut>;

/** Everything of a sitting that may be handed out at an instant: released, in force, published. */
export const listToHandOut = (tx: Read, sittingId: string, scope: Scope, now: Date): Promise<ToHandOut[]> =>
  tx.all(
    ToHandOut,
    sql`select c.id, c.number, c.version, c.person_id, coalesce(p.file_id, c.file_id) as file_id, coalesce(p.sha256, c.edoc_sha256) as edoc_sha256 from certificates.certificate c left join certificates.proof p on p.certificate_id = c.id
      where c.sitting_id = ${sittingId} and ${ofScope(sql`c.institution_id`, scope)} and c.state = 'released' and c.revoked_at is null and ${isVisibleEntry(sql`c.entry_id`, now)} order by c.number`,
  );

const Own = Shown.omit({ given: true, family: true });
export type OwnCertificate = z.infer<typeof Own>;

/** The certificates of a person that may be seen, the newest first; a revoked one stays while no later version has come. */
export const listOfPerson = (tx: Read, personId: string, { today, now }: Pick<At, 'today' | 'now'>): Promise<OwnCertificate[]> => ofPerson(tx, personId, today, now);

const ofPerson = sharedRows(
  Own,
  ['uuid', 'date', 'timestamptz'],
  (personId, today, now) => sql`${shown(today, now)} where c.person_id = ${personId} and c.state = 'released' and ${isVisibleEntry(sql`c.entry_id`, now)}
      and (c.revoked_at is null or not exists (select from certificates.certificate later where later.number = c.number and later.version > c.version and later.state = 'released')) order by c.issued_on desc, c.id desc`,
);

/** One of a person's own that may be seen. */
export const findOfPerson = (tx: Read, id: string, personId: string, { today, now }: Pick<At, 'today' | 'now'>): Promise<OwnCertificate | undefined> => oneOfPerson(tx, id, personId, today, now);

const oneOfPerson = sharedFirst(
  Own,
  ['uuid', 'uuid', 'date', 'timestamptz'],
  (id, personId, today, now) => sql`${shown(today, now)} where c.id = ${id} and c.person_id = ${personId} and ${seen(false, now)}`,
);

const SittingCount = z.object({ sittingId: z.string(), examCode: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(), nameEn: z.string(), year: z.number(), term: z.enum(['main', 'extra']), ready: z.number(), notReached: z.number() });
/** A sitting with how many certificates it has, and how many of their holders have not got theirs. */
export type SittingCount = z.infer<typeof SittingCount>;

export const countBySitting = (tx: Read, institutionId: string, year: number, now: Date): Promise<SittingCount[]> =>
  tx.all(
    SittingCount,
    sql`select c.sitting_id, c.exam_code, e.kind, e.level, e.locative_lv, e.name_en, e.year, e.term, count(*)::int as ready,
        count(*) filter (where not exists (select from certificates.hand_out h where h.certificate_id = c.id and ${reaches}))::int as not_reached
      from certificates.certificate c ${joinEntry('e', sql`c.entry_id`)}
      where c.institution_id = ${institutionId} and c.year = ${year} and c.state = 'released' and c.revoked_at is null and ${isVisibleEntry(sql`c.entry_id`, now)}
      group by c.sitting_id, c.exam_code, e.kind, e.level, e.locative_lv, e.name_en, e.year, e.term order by e.term, c.exam_code`,
  );

/** The latest school year of which an institution has published certificates; null where it has none. */
export const latestYearAt = async (tx: Read, institutionId: string, now: Date): Promise<number | null> =>
  (await tx.first(
    z.object({ year: z.number() }),
    sql`select c.year from certificates.certificate c where c.institution_id = ${institutionId} and c.state = 'released' and c.revoked_at is null and ${isVisibleEntry(sql`c.entry_id`, now)} order by c.year desc limit 1`,
  ))?.year ?? null;

const NumberRow = z.object({
  personId: z.string(), personCode: z.string().nullable(), given: z.string().nullable(), family: z.string().nullable(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), candidateCode: z.string().nullable(), institutionId: z.string(), institution: z.string(), regNr: z.string(), examCode: z.string(), kind: z.enum(EXAM_KINDS), level: z.enum(LEVELS), locativeLv: z.string(),
  nameEn: z.string(), year: z.number(), number: z.string(), version: z.number(), issuedOn: Day, total: z.number(), revokedAt: z.date().nullable(),
});
export type NumberRow = z.infer<typeof NumberRow>;

/** Numbers of a year's certificates of a scope, issued and published by an instant and with what was revoked by then, for a report; personal codes only at the institutions of `codesIn`. */
export const streamNumbers = (tx: Read, { year, scope, codesIn, today, now }: At & { readonly year: number; readonly codesIn: Scope | null }): AsyncIterable<NumberRow> =>
  tx.stream(
    NumberRow,
    sql`select c.person_id, ${codesIn ? sql`case when ${ofScope(sql`c.institution_id`, codesIn)} then k.code end` : sql`null::text`} as person_code, n.given, n.family, e.class_title, e.candidate_as, e.candidate_code, i.id as institution_id, i.name as institution, i.reg_nr, c.exam_code, e.kind, e.level, e.locative_lv, e.name_en, e.year, c.number, c.version, c.issued_on, c.total, case when c.revoked_at <= ${now} then c.revoked_at end as revoked_at
      from certificates.certificate c ${joinEntry('e', sql`c.entry_id`)} join institutions.institution i on i.id = c.institution_id ${joinName('n', sql`c.person_id`, today)} ${codesIn ? joinCode('k', sql`c.person_id`, today) : sql``}
      where c.year = ${year} and ${ofScope(sql`c.institution_id`, scope)} and c.state = 'released' and c.released_at <= ${now} and ${isVisibleEntry(sql`c.entry_id`, now)} order by i.name collate platform.latvian, i.id, c.number, c.version`,
  );

const SealedResult = z.object({ entryId: z.string(), examCode: z.string(), total: z.number() });

/** Certificates of a school year that are sealed and in force, at other institutions than these, in the order in which they were drafted. */
export const listSealedElsewhere = (tx: Read, year: number, institutionIds: readonly string[]): Promise<z.infer<typeof SealedResult>[]> =>
  tx.all(SealedResult, sql`select c.entry_id, c.exam_code, c.total from certificates.certificate c where c.year = ${year} and c.state = 'released' and c.revoked_at is null and c.institution_id <> all(${[...institutionIds]}::uuid[]) order by c.id limit 1000`);
