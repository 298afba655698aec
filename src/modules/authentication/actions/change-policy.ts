import { z } from 'zod';
import { ownUserId } from '#modules/access/public.js';
import { invalid } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { writeAction } from '#platform/actions/action.js';
import { FACTORS, OTHER_THAN_PASSWORD } from '../domain/factors.js';
import { leadProgramme } from '../permissions.js';
import { findPolicy, replacePolicy } from '../store/policies.js';
import { BAD_NETWORK, DAY_PASSED, NO_OTHER_WAY } from '../texts.js';
import { getUnitInScope, UnitInput } from './people-of.js';

const dayOrNone = z.union([z.literal('').transform(() => null), IsoDateInput]).nullable().default(null);
const minutesOrNone = z.union([z.literal('').transform(() => null), z.coerce.number().int()]).nullable().default(null);
const several = <T extends z.ZodType>(one: T) => z.union([z.array(one), one.transform((single) => [single])]).pipe(z.array(z.any())) as unknown as z.ZodType<z.infer<T>[]>;

/** A municipality decides how its people sign in. What was decided before stays readable. */
export const changePolicy = writeAction({
  name: 'authentication.change-policy',
  title: { lv: 'Mainīta pašvaldības pierakstīšanās kārtība', en: 'Sign-in policy of a municipality changed' },
  permission: leadProgramme,
  asksFreshProof: true,
  input: z.object({
    unit: UnitInput,
    allowed: several(z.enum(FACTORS)),
    administratorsFrom: dayOrNone,
    secondFactorFrom: dayOrNone,
    passwordsEndOn: dayOrNone,
    innerNetworks: z.string().default('').transform((words) => words.split(/[\s,;]+/).filter(Boolean)),
    idleMinutes: minutesOrNone,
    absoluteMinutes: minutesOrNone,
    basis: z.string().trim().min(3).max(500),
  }),
  async run(context, { unit, ...policy }) {
    const { tx, today, now, actor } = context;
    const { unitId } = await getUnitInScope(context, unit);
    const before = await findPolicy(tx, unitId);
    for (const name of ['administratorsFrom', 'secondFactorFrom', 'passwordsEndOn'] as const) {
      const day = policy[name];
      if (day && day < today && day !== before?.[name]) throw invalid(name, DAY_PASSED);
    }
    const wrong = policy.innerNetworks.find((network) => !isNetwork(network));
    if (wrong !== undefined) throw invalid('innerNetworks', BAD_NETWORK);
    if (policy.passwordsEndOn && !OTHER_THAN_PASSWORD.some((factor) => policy.allowed.includes(factor))) throw invalid('allowed', NO_OTHER_WAY);
    await replacePolicy(tx, unitId, policy, ownUserId(actor), now);
  },
  audit: ({ input }) => ({ facts: { ...input, innerNetworks: input.innerNetworks.length } }),
});

/** `192.0.2.0/24`, `2001:db8::/48`: the host part must be empty, which the database checks too. */
function isNetwork(words: string): boolean {
  const [address = '', length = ''] = words.split('/');
  if (!/^\d{1,3}$/.test(length)) return false;
  const parts = address.split('.').map(Number);
  if (address.includes(':')) return z.ipv6().safeParse(address).success && Number(length) <= 128;
  if (!z.ipv4().safeParse(address).success || Number(length) > 32) return false;
  const number = parts.reduce((sum, part) => sum * 256 + part, 0);
  return number % 2 ** (32 - Number(length)) === 0;
}
