import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { LIST_KINDS, type ListKind, periodOf, portablePeriod, readCertificate, SERVICE_USES, type TrustedList, type TrustedService } from '#platform/documents/public.js';

/** Who named the signer of a list: the settings of the program, or another list that was loaded and counted then. */
export const BELIEVED_BY = ['settings', 'loaded-list'] as const;
export type BelievedBy = (typeof BELIEVED_BY)[number];

const ListRow = z.object({
  id: z.string(), kind: z.enum(LIST_KINDS), territory: z.string(), operator: z.string(), sequence: z.number(), issuedAt: z.date(), nextUpdateAt: z.date().nullable(), signer: z.string(), signerSha256: z.string(),
  believedBy: z.enum(BELIEVED_BY).nullable(), loadedAt: z.date(), loadedBy: z.string(), supersededAt: z.date().nullable(), services: z.number(),
});
/** A trusted list that was loaded, with how many services it has. */
export type ListRow = z.infer<typeof ListRow>;

const LISTS = sql`select l.id, l.kind, l.territory, l.operator, l.sequence, l.issued_at, l.next_update_at, l.signer, l.signer_sha256, l.believed_by, l.loaded_at, coalesce(u.name, l.loaded_by) as loaded_by, l.superseded_at,
    (select count(*)::int from checking.trusted_service s where s.list_id = l.id) as services
  from checking.trusted_list l left join access.app_user u on u.id::text = l.loaded_by`;

/** Lists that count now: the list of the lists, then by country. */
export const listsInUse = (tx: Read): Promise<ListRow[]> => tx.all(ListRow, sql`${LISTS} where l.superseded_at is null order by l.kind, l.territory`);

export const findList = (tx: Read, id: string): Promise<ListRow | undefined> => tx.first(ListRow, sql`${LISTS} where l.id = ${id}`);

/** Every issue of a country's list that was loaded, the newest first. */
export const issuesOf = (tx: Read, kind: ListKind, territory: string): Promise<ListRow[]> => tx.all(ListRow, sql`${LISTS} where l.kind = ${kind} and l.territory = ${territory} order by l.sequence desc limit 50`);

const Period = z.object({ from: z.string(), to: z.string().nullable(), makes: z.array(z.enum(['signature', 'seal'])) });
const ServiceRow = z.object({ use: z.enum(SERVICE_USES), name: z.string(), territory: z.string(), certificate: z.instanceof(Buffer), granted: z.array(Period) });
const serviceOf = ({ certificate, granted, ...rest }: z.infer<typeof ServiceRow>): TrustedService => ({ ...rest, certificate: readCertificate(new Uint8Array(certificate)), granted: granted.map(periodOf) });
const SERVICES = sql`select s.use, s.name, l.territory, s.certificate, s.granted from checking.trusted_service s join checking.trusted_list l on l.id = s.list_id`;

/** Services of the lists that count now. */
export const servicesInUse = async (tx: Read): Promise<TrustedService[]> => (await tx.all(ServiceRow, sql`${SERVICES} where l.superseded_at is null order by s.id`)).map(serviceOf);

export const servicesOfList = async (tx: Read, listId: string): Promise<TrustedService[]> => (await tx.all(ServiceRow, sql`${SERVICES} where l.id = ${listId} order by s.use, s.id`)).map(serviceOf);

const SignerRow = z.object({ certificate: z.instanceof(Buffer) });

/** Who may sign the list of a country, as the list of the lists says that counts now. */
export const signersFor = async (tx: Read, territory: string) =>
  (await tx.all(SignerRow, sql`select s.certificate from checking.list_signer s join checking.trusted_list l on l.id = s.list_id where l.superseded_at is null and s.territory = ${territory}`)).map(({ certificate }) => readCertificate(new Uint8Array(certificate)));

export interface NewList {
  readonly list: TrustedList;
  readonly signer: string;
  readonly signerSha256: string;
  readonly believedBy: BelievedBy;
  readonly fileId: string;
}

/** For how many countries lists that count now name signers. */
export const countNamedCountries = async (tx: Read): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(distinct s.territory)::int as n from checking.list_signer s join checking.trusted_list l on l.id = s.list_id where l.superseded_at is null `))!.n;

/** Keeps a list instead of the one before. @returns its identifier */
export async function insertList(tx: Write, { list, signer, signerSha256, believedBy, fileId }: NewList, by: string, now: Date): Promise<string> {
  const { kind, territory, operator, sequence, issuedAt, nextUpdate } = list;
  await tx.run(sql`update checking.trusted_list set superseded_at = ${now} where kind = ${kind} and territory = ${territory} and superseded_at is null`);
  const { id } = (await tx.first(
    z.object({ id: z.string() }),
    sql`insert into checking.trusted_list (kind, territory, operator, sequence, issued_at, next_update_at, signer, signer_sha256, believed_by, file_id, loaded_at, loaded_by)
      values (${kind}, ${territory}, ${operator}, ${sequence}, ${issuedAt}, ${nextUpdate}, ${signer}, ${signerSha256}, ${believedBy}, ${fileId}, ${now}, ${by}) returning id`,
  ))!;
  const rows = list.services.map((one) => ({ listId: id, use: one.use, name: one.name, certificate: Buffer.from(one.certificate.der), granted: JSON.stringify(one.granted.map(portablePeriod)) }));
  for (let at = 0; at < rows.length; at += AT_ONCE) await tx.insert('checking.trusted_service', rows.slice(at, at + AT_ONCE));
  const signers = list.pointers.flatMap((one) => one.certificates.map(({ der }) => ({ listId: id, territory: one.territory, certificate: Buffer.from(der) })));
  for (let at = 0; at < signers.length; at += AT_ONCE) await tx.insert('checking.list_signer', signers.slice(at, at + AT_ONCE));
  return id;
}
const AT_ONCE = 500;
