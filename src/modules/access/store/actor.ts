import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import type { Actor, Scope } from '#platform/actions/actor.js';
import { sharedFirst } from '#platform/db/sharing.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { waitsOn } from './requirements.js';
import { holdsOn, placeName } from './rows.js';

/** One permission of a user today, over all grants that give it. */
const RightRow = z.object({
  permission: z.string(),
  everywhere: z.boolean(),
  unitIds: z.array(z.number()),
  institutionIds: z.array(z.string()),
  /** The widest of those grants: it is named in the audit log. */
  acting: z.object({ lv: z.string(), en: z.string(), organisation: z.string().nullable() }),
});

export const ActorRow = z.object({ userId: z.string(), personId: z.string().nullable(), name: z.string(), rights: z.array(RightRow) });
export type ActorRow = z.infer<typeof ActorRow>;

/** What a user may today, as one JSON array: grants that hold today and wait for nothing, times the permissions of their roles. */
export const rightsOf = (userId: Sql, today: IsoDate | Sql): Sql => sql`coalesce((
  select jsonb_agg(jsonb_build_object('permission', r.permission, 'everywhere', r.everywhere, 'unitIds', r.unit_ids,
    'institutionIds', r.institution_ids, 'acting', r.acting))
  from (
    select p.permission, bool_or(g.everywhere) as everywhere,
      coalesce(array_agg(g.unit_id) filter (where g.unit_id is not null), '{}') as unit_ids,
      coalesce(array_agg(g.institution_id) filter (where g.institution_id is not null), '{}') as institution_ids,
      (array_agg(jsonb_build_object('lv', ro.title_lv, 'en', ro.title_en, 'organisation', ${placeName('g')}) order by g.everywhere desc, g.unit_id, g.id))[1] as acting
    from access.role_grant g
    join access.role ro on ro.code = g.role_code
    cross join unnest(ro.permissions) p(permission)
    where g.user_id = ${userId} and ${holdsOn('g', today)} and not ${waitsOn(today)}
    group by p.permission
  ) r), '[]'::jsonb)`;

/**
 * The person that user `u` is, where that was proven: their own data is shown by it. Whom an administrator alone has named is
 * known for work (`workingPersonId`), and may not be shown anybody's own data.
 */
export const provenPerson: Sql = sql`case when u.person_proven then u.person_id end`;

/** An active user with what they may on a day. */
export const findActor = sharedFirst(
  ActorRow,
  ['uuid', 'date'],
  (userId, today) => sql`select u.id as user_id, ${provenPerson} as person_id, u.name, ${rightsOf(sql`u.id`, today)} as rights from access.app_user u where u.id = ${userId} and u.state = 'active'`,
);

/** The actor as every action sees it. */
export const actorOfRow = ({ userId, personId, name, rights }: ActorRow): Actor => ({
  kind: 'user',
  id: userId,
  personId,
  name,
  scopes: new Map(rights.map((right) => [right.permission, scopeOfRight(right)])),
});

const scopeOfRight = ({ everywhere, unitIds, institutionIds, acting }: z.infer<typeof RightRow>): Scope => ({
  everywhere,
  unitIds,
  institutionIds,
  acting: { role: { lv: acting.lv, en: acting.en }, organisation: acting.organisation === null ? WHOLE_COUNTRY : same(acting.organisation) },
});

const WHOLE_COUNTRY: Text = { lv: 'Latvija', en: 'Latvia' };
