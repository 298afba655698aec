import { z } from 'zod';
import { type FieldError, invalid, InvalidInput } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import type { Installation } from '#platform/actions/installation.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { seal, unseal } from '#platform/secrets/sealed-box.js';
import { DirectoryConnection, issuerOf } from '../outside/active-directory/connection.js';
import { DIRECTORY_SETTING_FAULTS } from '../outside/active-directory/texts.js';
import type { ConnectionRow, NewSettings } from '../store/connections.js';
import { BAD_HOST_LINE, BOTH_GROUP_AND_ROLE, FIELD_EMPTY, SECRET_ANEW, SETTING_WRONG } from '../texts.js';

/** What the secrets of connections are sealed with. */
export const CONNECTION_KEY = 'secrets of connections';

/** What stays readable of a directory's settings; the password and the keytab do not. */
export type DirectorySettings = Omit<DirectoryConnection, 'id' | 'serviceAccount' | 'keytab'> & { readonly serviceName: string; readonly hasKeytab: boolean };

const Secrets = z.object({ password: z.string(), keytab: z.string().nullable() });

const words = z.string().trim().default('');
const noneIfEmpty = words.transform((value) => value || null);
const lines = words.transform((value) => value.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean));
const ticked = z.string().optional().transform((value) => value === 'yes');
const milliseconds = z.coerce.number().int();

/** The form of a directory, as its fields come. */
export const DirectoryForm = z.preprocess(
  (raw) => ({ ...(raw as object), groupRoles: pairsOf(raw as Readonly<Record<string, unknown>>) }),
  z.object({
    title: words.pipe(z.string().max(100)),
    way: z.enum(['ldaps', 'spnego', 'ldaps+spnego']),
    hosts: lines,
    baseDn: words,
    upnSuffixes: words.transform((value) => value.split(/[\s,;]+/).filter(Boolean)),
    serviceName: words,
    /** Empty: as before. */
    servicePassword: z.string().max(1_000).default(''),
    requiredGroup: noneIfEmpty,
    groupRoles: z.array(z.object({ field: z.string(), group: z.string(), role: z.string() })),
    personCodeAttribute: noneIfEmpty,
    caPem: noneIfEmpty,
    realm: noneIfEmpty,
    keytab: UploadedFileInput,
    secondFactorProven: ticked,
    outage: z.enum(['refuse', 'grace']).default('refuse'),
    outageMinutes: words,
    connectWithinMs: milliseconds.default(3000),
    answerWithinMs: milliseconds.default(5000),
  }),
);
type DirectoryForm = z.infer<typeof DirectoryForm>;

/** The filled rows of the table of groups and roles: `group1` with `role1` and so on. */
function pairsOf(raw: Readonly<Record<string, unknown>>) {
  const said = (name: string) => (typeof raw[name] === 'string' ? raw[name].trim() : '');
  return Object.keys(raw)
    .flatMap((name) => /^group(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map((field) => ({ field, group: said(`group${field}`), role: said(`role${field}`) }))
    .filter(({ group, role }) => group !== '' || role !== '');
}

/**
 * A directory's settings as the form has them; what is secret and left empty stays as it was.
 * @throws InvalidInput naming every field that is wrong.
 */
export function directoryOfForm(id: string, form: DirectoryForm, before: DirectoryConnection | null): DirectoryConnection {
  const { title, way, serviceName, servicePassword, hosts, outage, outageMinutes, keytab, groupRoles, ...same } = form;
  const parsed = DirectoryConnection.safeParse(
    {
      ...same,
      id,
      kind: way,
      hosts: hosts.map(hostOf),
      serviceAccount: { name: serviceName, password: servicePassword || before?.serviceAccount.password },
      keytab: keytab ? keytab.content.toString('base64') : (before?.keytab ?? null),
      groupRoles: groupRoles.map(({ group, role }) => ({ group, role })),
      outage: outage === 'refuse' ? { kind: outage } : { kind: outage, minutes: Number(outageMinutes) },
    },
    { reportInput: true },
  );
  const untitled = title === '' ? [{ field: 'title', message: FIELD_EMPTY }] : [];
  if (parsed.success && untitled.length === 0 && before && servicePassword === '' && goesElsewhere(before, parsed.data)) throw invalid('servicePassword', SECRET_ANEW);
  if (parsed.success && untitled.length === 0) return parsed.data;
  throw new InvalidInput([...untitled, ...(parsed.error?.issues ?? []).map((issue) => faultOf(issue, groupRoles))]);
}

/** The kept password would be sent to others than those it was given for: whoever cannot say it anew must not have it sent there. */
const goesElsewhere = (before: DirectoryConnection, after: DirectoryConnection): boolean =>
  [before, after].map(({ hosts, caPem, serviceAccount }) => JSON.stringify([hosts, caPem, serviceAccount.name])).some((one, _, [first]) => one !== first);

/** `dc1.pasv.lv`, `dc1.pasv.lv:3269` or `dc1.pasv.lv 192.0.2.7`. */
function hostOf(line: string) {
  const [named = '', address = null] = line.split(/\s+/);
  const [name, port] = named.split(':');
  return { name, ...(port !== undefined && { port: Number(port) }), address };
}

function faultOf({ path, message, input }: z.core.$ZodIssue, rows: DirectoryForm['groupRoles']): FieldError {
  const [first, second, third] = path.map(String);
  const said: Readonly<Record<string, Text>> = DIRECTORY_SETTING_FAULTS;
  switch (first) {
    case 'groupRoles':
      return { field: `${third}${rows[Number(second)]!.field}`, message: BOTH_GROUP_AND_ROLE };
    case 'serviceAccount':
      return { field: second === 'name' ? 'serviceName' : 'servicePassword', message: !input ? FIELD_EMPTY : (said[message] ?? SETTING_WRONG) };
    case 'hosts':
      return { field: 'hosts', message: third === undefined ? FIELD_EMPTY : (said[message] ?? BAD_HOST_LINE) };
    case 'outage':
      return { field: 'outageMinutes', message: SETTING_WRONG };
    default:
      return { field: first ?? '', message: input === '' ? FIELD_EMPTY : (said[message] ?? SETTING_WRONG) };
  }
}

/** As the rows keep it: what may be read apart from what is sealed. */
export function keptDirectory({ keyFor }: Installation, title: string, { id, serviceAccount, keytab, ...rest }: DirectoryConnection): NewSettings {
  const settings: DirectorySettings = { ...rest, serviceName: serviceAccount.name, hasKeytab: keytab !== null };
  return { title, issuer: issuerOf({ id }), settings, secrets: seal(keyFor(CONNECTION_KEY), JSON.stringify({ password: serviceAccount.password, keytab })) };
}

/** A kept directory, ready to be asked. */
export function directoryOfRow({ keyFor }: Installation, { id, settings, secrets }: Pick<ConnectionRow, 'id' | 'settings' | 'secrets'>): DirectoryConnection {
  const { serviceName, hasKeytab: _, ...rest } = settings as DirectorySettings;
  const { password, keytab } = Secrets.parse(JSON.parse(unseal(keyFor(CONNECTION_KEY), secrets!)));
  return DirectoryConnection.parse({ ...rest, id, serviceAccount: { name: serviceName, password }, keytab });
}
