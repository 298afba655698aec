import type { Text } from '#kernel/text.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Permission } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import type { Unsealed } from '../domain/unsealed.js';
import { mayAt } from './scope.js';

/** Where another module has something of the same sitting, for whom its own right lets see it at the institution. */
export interface BesideSitting {
  readonly words: Text;
  readonly permission: Permission;
  readonly href: (sittingId: string) => string;
}

const beside = new Map<string, BesideSitting>();

/** Adds a link to the page of a sitting; called once, when the module is defined. */
export const addBesideSitting = (module: string, link: BesideSitting): void => void beside.set(module, link);

/** The links of a sitting for the actor. */
export async function besideSitting(context: Pick<ActionContext, 'tx' | 'today' | 'actor'>, { id, institutionId }: { readonly id: string; readonly institutionId: string }): Promise<{ readonly words: Text; readonly href: string }[]> {
  const found = await Promise.all([...beside.values()].map(async ({ words, permission, href }) => ((await mayAt(context, permission, institutionId)) ? [{ words, href: href(id) }] : [])));
  return found.flat();
}

/** Who makes certificates of results, and so knows before a publication how many are not there. */
export interface CertificatesBeside {
  readonly count: (tx: Read, year: number) => Promise<readonly (Unsealed & { readonly eventId: string })[]>;
  readonly permission: Permission;
  readonly href: (year: number) => string;
}

let certificates: CertificatesBeside | undefined;

/** Says who makes certificates; called once, when that module is defined. */
export const makeCertificatesBy = (module: CertificatesBeside): void => void (certificates = module);
export const certificatesBeside = (): CertificatesBeside | undefined => certificates;

/** What of a year's certificates is not sealed, by event; empty in a program that makes none. */
export const unsealedOfYear = async (tx: Read, year: number): Promise<ReadonlyMap<string, Unsealed>> => new Map((await certificates?.count(tx, year))?.map((one) => [one.eventId, one]));
