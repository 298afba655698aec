import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { type Certificate, openTrustedList, type TrustedService, UnfitList } from '#platform/documents/public.js';
import { storeFile } from '#platform/files/store-files.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { keepLists } from '../permissions.js';
import { type BelievedBy, countNamedCountries, findList, insertList, issuesOf, listsInUse, type ListRow, servicesOfList, signersFor } from '../store/lists.js';
import { NEWER_IS_THERE, NO_FILE, NO_SUCH_LIST } from '../texts.js';
import { certificatesAt } from '../trust/settings.js';

export type { BelievedBy, ListRow };

const LOOKED = { lv: 'Apskatīti uzticamie saraksti', en: 'Trusted lists looked at' };

export interface Lists {
  readonly lists: readonly ListRow[];
  readonly now: Date;
  /** Whom the settings name as signers of lists, and for how many countries a loaded list of the lists does. */
  readonly named: readonly string[];
  readonly countries: number;
}

export const readLists = readAction({
  name: 'checking.read-lists',
  title: LOOKED,
  permission: keepLists,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx, installation, now }): Promise<Lists> => ({ lists: await listsInUse(tx), now, named: (await certificatesAt(installation, 'TRUSTED_LIST_SIGNERS')).map(({ name }) => name), countries: await countNamedCountries(tx) }),
});

export interface OneList {
  readonly list: ListRow;
  readonly issues: readonly ListRow[];
  readonly services: readonly TrustedService[];
  readonly now: Date;
}

export const readList = readAction({
  name: 'checking.read-list',
  title: LOOKED,
  permission: keepLists,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run({ tx, now }, { id }): Promise<OneList> {
    const list = await findList(tx, id);
    if (!list) throw new NotFound('no-such-list', NO_SUCH_LIST);
    return { list, issues: await issuesOf(tx, list.kind, list.territory), services: await servicesOfList(tx, id), now };
  },
});

/** Loads a later issue of a list after its signature was checked; from now on it counts instead of the one before. */
export const loadList = writeAction({
  name: 'checking.load-list',
  title: { lv: 'Ielādēts uzticamais saraksts', en: 'Trusted list loaded' },
  permission: keepLists,
  asksFreshProof: true,
  input: z.object({ file: UploadedFileInput }),
  async run({ tx, actor, installation, now }, { file }) {
    if (!file) throw invalid('file', NO_FILE);
    const named = await certificatesAt(installation, 'TRUSTED_LIST_SIGNERS');
    const { list, signer } = await opened(file.content, async (territory) => [...named, ...(await signersFor(tx, territory))]);
    const before = (await issuesOf(tx, list.kind, list.territory))[0];
    if (before && before.sequence >= list.sequence) throw new Conflict('newer-list', fill(NEWER_IS_THERE, { list: `${before.territory} ${before.sequence}` }));
    const by = actor.id ?? actor.name;
    const fileId = await storeFile(tx, file, by, now);
    const believedBy: BelievedBy = named.some(({ der }) => isSameBytes(der, signer.der)) ? 'settings' : 'loaded-list';
    const id = await insertList(tx, { list, signer: signer.name, signerSha256: createHash('sha256').update(signer.der).digest('hex'), believedBy, fileId }, by, now);
    return { id, territory: list.territory, sequence: list.sequence, services: list.services.length, believedBy };
  },
  audit: ({ output }) => ({ facts: { list: output.id, territory: output.territory, sequence: output.sequence, services: output.services } }),
});

const isSameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

async function opened(xml: Uint8Array, maySign: (territory: string) => Promise<readonly Certificate[]>): ReturnType<typeof openTrustedList> {
  try {
    return await openTrustedList(new Uint8Array(xml), ({ territory }) => maySign(territory));
  } catch (fault) {
    if (fault instanceof UnfitList) throw invalid('file', fault.text);
    throw fault;
  }
}
