import { z } from 'zod';
import { firstSchools, getSchool, getYears, schoolScope, type Years } from '#modules/education/public.js';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction, type WriteContext } from '#platform/actions/action.js';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { workPackages } from '../../jobs/work-packages.js';
import { send, takePackages } from '../../permissions.js';
import { joinNames } from '../../store/oneroster/names.js';
import { type BatchCounts, findPackage, insertPackage, listBatchCounts, listPackages, lockPackage, type PackageRow, setDropped, setReleased } from '../../store/oneroster/packages.js';
import { CHOOSE_PACKAGE } from '../../texts.js';
import { expiresOn } from './expire-packages.js';
import { getExchangedSchool } from './exchange-scope.js';

export type { BatchCounts, PackageRow };

const PAGE = 25;
const REG_NR = z.string().regex(/^\d{10}$/);

export interface ShownPackages {
  readonly packages: readonly PackageRow[];
  readonly next: string | null;
  /** The only institution of the actor, who has nothing to choose. */
  readonly only: { readonly regNr: string; readonly name: string } | null;
  readonly years: Years;
}

/** Packages of the actor's institutions, and what a new one needs. */
export const showPackages = readAction({
  name: 'intake.show-oneroster-packages',
  title: { lv: 'Apskatītas iestādes OneRoster paketes', en: 'OneRoster packages of an institution shown' },
  permission: takePackages,
  input: z.object({ before: z.uuid().optional().catch(undefined) }),
  audit: NOT_PERSONAL,
  async run(context, { before }): Promise<ShownPackages> {
    const scope = await schoolScope(context);
    const found = await listPackages(context.tx, scope, before ?? null, PAGE + 1);
    const [first, second] = await firstSchools(context.tx, scope, 2);
    const only = first && !second ? await getSchool(context, first.regNr) : null;
    return { packages: found.slice(0, PAGE), next: found.length > PAGE ? found[PAGE - 1]!.id : null, only, years: await getYears(context, null) };
  },
});

/** Keeps a package that a school brought; it is checked in the background, and sent only when somebody says so. */
export const takePackage = writeAction({
  name: 'intake.take-oneroster-package',
  title: { lv: 'Augšupielādēta OneRoster pakete', en: 'OneRoster package uploaded' },
  permission: takePackages,
  input: z.object({ regNr: REG_NR, program: z.string().trim().max(100).default(''), package: UploadedFileInput }),
  run: async (context, { regNr, program, package: file }) => keep(context, { institutionId: (await getSchool(context, regNr)).id, journalId: null, program, sendsItself: false }, file),
  audit: ({ input, output }) => ({ facts: { institution: input.regNr, package: output.id, bytes: output.bytes } }),
});

/** The same for an e-journal's machine: what is fit is sent as soon as it has been checked. */
export const sendPackageByMachine = writeAction({
  name: 'intake.send-oneroster-package',
  title: { lv: 'E-žurnāls nosūtīja OneRoster paketi', en: 'OneRoster package sent by an e-journal' },
  permission: send,
  input: z.object({ institution: REG_NR, package: UploadedFileInput, only: z.enum(['check', '']).default('') }),
  async run(context, { institution, package: file, only }) {
    const { institutionId, journal } = await getExchangedSchool(context, institution);
    return keep(context, { institutionId, journalId: journal?.id ?? null, program: '', sendsItself: only !== 'check' }, file);
  },
  audit: ({ input, output }) => ({ facts: { institution: input.institution, package: output.id, bytes: output.bytes } }),
});

interface Brought {
  readonly institutionId: string;
  readonly journalId: string | null;
  readonly program: string;
  readonly sendsItself: boolean;
}

async function keep({ tx, actor, now, enqueue }: WriteContext, brought: Brought, file: z.infer<typeof UploadedFileInput>): Promise<{ id: string; bytes: number }> {
  if (!file) throw invalid('package', CHOOSE_PACKAGE);
  const by = actor.id ?? actor.name;
  const id = await insertPackage(tx, { ...brought, name: file.name, content: file.content }, by, now);
  await enqueue(workPackages, { packageId: id });
  return { id, bytes: file.content.length };
}

export interface ShownPackage {
  readonly found: PackageRow;
  /** Names of the pupils among the differences, by person. */
  readonly names: ReadonlyMap<string, string>;
  /** The day on which its archive is deleted if nobody decides. */
  readonly expiresOn: IsoDate | null;
  /** What came of the rows, in trying or in earnest, by batch. */
  readonly batches: ReadonlyMap<string, BatchCounts>;
}

/** A package, what was found in it and what it would do. */
export const viewPackage = readAction({
  name: 'intake.view-oneroster-package',
  title: { lv: 'Apskatīta OneRoster pakete un tās atšķirības no reģistra', en: 'OneRoster package and its differences from the register looked at' },
  permission: takePackages,
  input: z.object({ id: z.uuid() }),
  reasonNeeded: true,
  async run(context, { id }): Promise<ShownPackage> {
    const found = await findPackage(context.tx, id, await schoolScope(context));
    if (!found) throw new NotFound('no-such-package', NO_PACKAGE);
    const { notSent = [], otherClass = [] } = found.outlook?.differences ?? {};
    const batches = await listBatchCounts(context.tx, [...found.batchIds, ...(found.outlook?.tries ?? []).map((one) => one.batchId)]);
    return { found, expiresOn: await expiresOn(context.tx, found, context.today), batches: new Map(batches.map((one) => [one.id, one])), names: await joinNames(context.tx, [...notSent, ...otherClass.map(({ personId }) => personId)].slice(0, MOST_NAMES), context.today) };
  },
  audit: ({ input, output }) => ({ subjects: [...output.names.keys()], facts: { package: input.id } }),
});

const MOST_NAMES = 200;

/** A machine's own package. */
export const askPackage = readAction({
  name: 'intake.ask-oneroster-package',
  title: { lv: 'E-žurnāls pārbaudīja savas paketes stāvokli', en: 'State of a package asked by an e-journal' },
  permission: send,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, actor }, { id }): Promise<PackageRow> {
    const found = await findPackage(tx, id, EVERYWHERE);
    if (found?.receivedBy !== actor.id) throw new NotFound('no-such-package', NO_PACKAGE);
    return found;
  },
});

/** Lets a package that was checked go into the pipeline. */
export const releasePackage = writeAction({
  name: 'intake.release-oneroster-package',
  title: { lv: 'OneRoster pakete nodota reģistram', en: 'OneRoster package handed to the register' },
  permission: takePackages,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<{ id: string }> {
    await lockReady(context, id);
    await setReleased(context.tx, id, context.actor.id ?? context.actor.name);
    await context.enqueue(workPackages, { packageId: id });
    return { id };
  },
  audit: ({ input }) => ({ facts: { package: input.id } }),
});

export const dropPackage = writeAction({
  name: 'intake.drop-oneroster-package',
  title: { lv: 'OneRoster pakete atmesta', en: 'OneRoster package dropped' },
  permission: takePackages,
  input: z.object({ id: z.uuid() }),
  async run(context, { id }): Promise<{ id: string }> {
    await lockReady(context, id);
    await setDropped(context.tx, id);
    return { id };
  },
  audit: ({ input }) => ({ facts: { package: input.id } }),
});

/** @throws NotFound, or Conflict where nothing is left to decide */
async function lockReady(context: WriteContext, id: string): Promise<void> {
  const found = await lockPackage(context.tx, id, await schoolScope(context));
  if (!found) throw new NotFound('no-such-package', NO_PACKAGE);
  if (found.state !== 'ready') throw new Conflict('package-not-ready', NOT_READY);
}

const NO_PACKAGE: Text = { lv: 'Tādas paketes nav jūsu iestādēs.', en: 'There is no such package in your institutions.' };
const NOT_READY: Text = { lv: 'Ar šo paketi vairs nekas nav jādara: tā jau ir nodota, atmesta, nav apstiprināta laikā vai nav derīga.', en: 'Nothing is left to do with this package: it was handed on or dropped, waited too long, or is unfit.' };
