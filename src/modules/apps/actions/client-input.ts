import { z } from 'zod';
import { LEVELS } from '#modules/authentication/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { type FieldError, InvalidInput } from '#kernel/errors.js';
import { BAD_NETWORK, isNetwork } from '#kernel/network.js';
import type { Installation } from '#platform/actions/installation.js';
import { type Kind, KIND_RULES, redirectFault, SCOPES, webFault } from '../domain/client.js';
import { ADDRESS_FAULTS, ADDRESS_NEEDED, FIRST_PARTY_NEEDS_COUNTRY, SECTOR_WRONG } from '../texts.js';
import type { ClientFacts } from '../store/clients.js';

const Lines = z.string().max(4_000).default('').transform((words) => words.split(/\s+/).filter(Boolean));
const Many = z.union([z.string().transform((one) => (one ? [one] : [])), z.array(z.string())]);

/** What may be said of a client anew at any time. */
export const clientFields = {
  titleLv: z.string().trim().min(2).max(120),
  titleEn: z.string().trim().min(2).max(120),
  redirectUris: Lines,
  postLogoutUris: Lines,
  backChannelUri: emptyAsNull(z.string().trim().max(500)),
  leastLevel: z.enum(LEVELS).default('low'),
  networks: Lines,
  sector: z.string().trim().toLowerCase().max(200).default(''),
  scopes: Many.default([]).pipe(z.array(z.enum(SCOPES))),
  firstParty: z.union([z.string(), z.array(z.string())]).default('').transform((word) => word.includes('yes')),
};

type Fields = z.infer<z.ZodObject<typeof clientFields>>;

/** @throws InvalidInput naming every address that the kind of program cannot have. */
export function factsOf(kind: Kind, id: string, input: Fields, everywhere: boolean, { production }: Installation): ClientFacts {
  const rules = KIND_RULES[kind];
  const errors: FieldError[] = [];
  const blame = (field: string, fault: keyof typeof ADDRESS_FAULTS | null) => fault && errors.push({ field, message: ADDRESS_FAULTS[fault] });
  const redirectUris = rules.redirects ? input.redirectUris : [];
  for (const address of redirectUris) blame('redirectUris', redirectFault(kind, address, production));
  if (rules.redirects && redirectUris.length === 0) errors.push({ field: 'redirectUris', message: ADDRESS_NEEDED });
  const postLogoutUris = rules.redirects ? input.postLogoutUris : [];
  for (const address of postLogoutUris) blame('postLogoutUris', redirectFault(kind, address, production));
  const backChannelUri = kind === 'web' ? input.backChannelUri : null;
  if (backChannelUri !== null) {
    const url = URL.parse(backChannelUri);
    blame('backChannelUri', url ? webFault(url, production) : 'not-an-address');
  }
  const networks = rules.networks ? input.networks : [];
  if (!networks.every(isNetwork)) errors.push({ field: 'networks', message: BAD_NETWORK });
  const sector = input.sector || sectorOf(kind, redirectUris, id);
  if (!/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/.test(sector)) errors.push({ field: 'sector', message: SECTOR_WRONG });
  if (input.firstParty && !everywhere) errors.push({ field: 'firstParty', message: FIRST_PARTY_NEEDS_COUNTRY });
  if (errors.length > 0) throw new InvalidInput(errors);
  return { ...input, redirectUris, postLogoutUris, backChannelUri, networks, sector, scopes: rules.people ? input.scopes : [] };
}

/** Programs at one host share a sector; all others have one of their own. */
const sectorOf = (kind: Kind, redirectUris: readonly string[], id: string) => (kind === 'web' ? (URL.parse(redirectUris[0] ?? '')?.hostname ?? id) : id);
