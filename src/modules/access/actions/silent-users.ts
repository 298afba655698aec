import { z } from 'zod';
import { ceasingUnitIds, getReformInMotion, listReforms, type ReformRow } from '#modules/territories/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { readAction } from '#platform/actions/action.js';
import { prepareReform } from '../permissions.js';
import { listSilent, type SilentRow } from '../store/reform.js';

const PAGE = 50;

/** A user and the body where they hold rights, as `user:body`. */
const After = emptyAsNull(z.templateLiteral([z.uuid(), ':', z.int().positive()]).transform((words) => ({ userId: words.slice(0, 36), unitId: Number(words.slice(37)) })));

export interface SilentUsers {
  readonly reforms: readonly ReformRow[];
  readonly reform: ReformRow | null;
  readonly users: readonly SilentRow[];
  readonly next: string | null;
}

/** For a prepared reform: who holds rights in municipalities that will cease and has not yet asked for any at their successors. */
export const listSilentUsers = readAction({
  name: 'access.list-silent-users',
  title: { lv: 'Apskatīts, kurš pirms reformas vēl nav pieprasījis tiesības', en: 'Looked up who has not asked for rights before a reform' },
  permission: prepareReform,
  input: z.object({ reform: emptyAsNull(z.uuid()), after: After }),
  async run({ tx, scope }, { reform: id, after }): Promise<SilentUsers> {
    const reforms = (await listReforms(tx)).filter((one) => one.state === 'prepared');
    const reform = reforms.find((one) => one.id === id) ?? reforms[0] ?? null;
    if (!reform) return { reforms, reform, users: [], next: null };
    const inMotion = await getReformInMotion(tx, reform.id);
    const ceasing = ceasingUnitIds(inMotion).filter((unitId) => scope.everywhere || scope.unitIds.includes(unitId));
    const found = await listSilent(tx, reform.id, ceasing, reform.effective, after, PAGE + 1);
    const users = found.slice(0, PAGE);
    return { reforms, reform, users, next: found.length > PAGE ? placeOf(users.at(-1)!) : null };
  },
  audit: ({ output }) => ({ facts: { reform: output.reform?.id ?? null, found: output.users.length } }),
});

const placeOf = ({ userId, unitId }: SilentRow): string => `${userId}:${unitId}`;
