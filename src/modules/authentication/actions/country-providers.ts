import { z } from 'zod';
import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { Forbidden } from '#kernel/errors.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { same, type Text } from '#kernel/text.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { FACTOR_NAMES } from '../domain/factors.js';
import type { CountryProvider, ProofMethod } from '../domain/proof.js';
import { leadProgramme } from '../permissions.js';
import { listProvidersInUse } from '../store/country-providers.js';
import { listWhoLoseEverywhere } from '../store/losers-everywhere.js';
import { listEndedUnits } from '../store/password-ends.js';
import { PROVIDERS_LEAD_ONLY } from '../texts.js';
import { noticeDaysOf } from './count-locked-out.js';
import { NO_MUNICIPALITY } from './people-of.js';
import { providersOf } from './providers.js';

/** So many of each municipality’s people are named; the rest are counted. */
const NAMED = 5;

/** Those of one municipality who could not sign in any more; `unitId` is null for those who belong to none. */
export interface NeedThere {
  readonly unitId: number | null;
  readonly name: Text;
  readonly n: number;
  readonly names: readonly string[];
}

export interface ProviderNeed {
  readonly provider: CountryProvider;
  readonly title: Text;
  /** Set up here; one that is not is known by the people who had used it. */
  readonly there: boolean;
  /** Its end was accepted by the operator (`OUTSIDE_TAKEN_OUT`). */
  readonly takenOut: boolean;
  /** How many sign in, or signed in, by it. */
  readonly people: number;
  /** Whom its end locks out, by municipality; empty when it may be taken out. */
  readonly needed: readonly NeedThere[];
}

export const readCountryProviders = readAction({
  name: 'authentication.read-country-providers',
  title: { lv: 'Apskatīts, kas zaudētu pierakstīšanās iespēju bez valsts sniedzēja', en: 'Who would lose their way in without a provider of the country looked at' },
  permission: leadProgramme,
  input: z.object({}),
  async run(context): Promise<ProviderNeed[]> {
    if (!context.scope.everywhere) throw new Forbidden('providers-are-of-the-country', PROVIDERS_LEAD_ONLY);
    return needsOf(context);
  },
  audit: ({ output }) => ({ facts: { people: total(output) } }),
});

/** The same at a start, for providers that are gone and not accepted as gone. */
export const readMissingProviders = readAction({
  name: 'authentication.read-missing-providers',
  title: { lv: 'Startējot pārbaudīts, vai nav pazudis kādam vajadzīgs sniedzējs', en: 'Whether a provider that somebody needs has gone checked at a start' },
  permission: JOBS_ALONE,
  input: z.object({}),
  run: async (context) => (await needsOf(context)).filter(({ there, takenOut, needed }) => !there && !takenOut && needed.length > 0),
  audit: ({ output }) => ({ facts: { people: total(output) } }),
});

const total = (needs: readonly ProviderNeed[]): number => needs.flatMap(({ needed }) => needed).reduce((sum, { n }) => sum + n, 0);

async function needsOf(context: Pick<ActionContext, 'tx' | 'today' | 'now' | 'installation'>): Promise<ProviderNeed[]> {
  const { tx, today, now, installation } = context;
  const { known, takenOut } = providersOf(installation);
  const used = await listProvidersInUse(tx);
  const missing = goneOf(used.filter((one) => !known.some((provider) => isOf(provider, one))));
  const units = await listUnitsOn(tx, today);
  const founders = await listInstitutionsOfUnits(tx, units.map(({ unitId }) => unitId), today);
  const ended = await listEndedUnits(tx, now);
  const judging = { day: today, noticeDays: await noticeDaysOf(context) };
  const nameOf = (unitId: number | null): Text => (unitId === null ? NO_MUNICIPALITY : same(units.find((unit) => unit.unitId === unitId)?.name ?? String(unitId)));
  const means = known.map(({ method }) => method);
  const needOf = async ({ title, ...provider }: CountryProvider & { readonly title: Text }, there: boolean): Promise<ProviderNeed> => {
    const others = (all: readonly CountryProvider[]) => all.filter((one) => !(one.method === provider.method && one.issuer === provider.issuer)).map(({ method, issuer }) => ({ method, issuer }));
    const leaving = {
      provider,
      before: { means: [...means, provider.method], without: others(missing) },
      after: { means: others(known).map(({ method }) => method), without: [provider, ...others(missing)] },
    };
    const losers = await listWhoLoseEverywhere(tx, leaving, founders, ended, judging, NAMED);
    return {
      provider,
      title,
      there,
      takenOut: takenOut.some((one) => isOf(one, provider)),
      people: used.filter((one) => isOf(provider, one)).reduce((sum, { people }) => sum + people, 0),
      needed: losers.map(({ unitId, n, names }) => ({ unitId, name: nameOf(unitId), n, names })).sort(inTheirOrder),
    };
  };
  const needs: ProviderNeed[] = [];
  for (const provider of known) needs.push(await needOf(provider, true));
  for (const provider of missing) needs.push(await needOf(provider, false));
  return needs;
}

/** The providers of these identities, each once: those of e-journals by their issuer, others by their means. */
function goneOf(identities: readonly { readonly method: ProofMethod; readonly issuer: string }[]): (CountryProvider & { readonly title: Text })[] {
  const methods = [...new Set(identities.map(({ method }) => method))].filter((method) => method !== 'e-journal');
  const journals = identities.filter(({ method }) => method === 'e-journal');
  return [...methods.map((method) => ({ method, issuer: null, title: FACTOR_NAMES[method] })), ...journals.map(({ method, issuer }) => ({ method, issuer, title: same(issuer) }))];
}

/** By name; those who belong to no municipality come last. */
const inTheirOrder = (a: NeedThere, b: NeedThere): number => Number(a.unitId === null) - Number(b.unitId === null) || inLatvianOrder(a.name.lv, b.name.lv);

/** Whether a provider covers an identity’s, or a narrower one. */
const isOf = (provider: CountryProvider, { method, issuer }: CountryProvider): boolean => provider.method === method && (provider.issuer === null || provider.issuer === issuer);
