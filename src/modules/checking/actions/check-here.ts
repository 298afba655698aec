import { z } from 'zod';
import { invalid } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { checkClaim, checkContainer, claimIn, handedInPolicy, holderMark, revocationOfClaim, shownReport } from '#platform/documents/browser.js';
import { signRevoked } from '#platform/documents/public.js';
import { UploadedFileInput } from '#platform/files/uploaded-file.js';
import { pretendsToBeContainer } from '../domain/verdict.js';
import { NO_CLAIM, NO_FILE } from '../texts.js';
import { listRevoked } from '../store/revoked.js';
import { inTurn } from '../trust/in-turn.js';
import { revokedKeyOf } from '../trust/revoked-key.js';
import { trustNow } from '../trust/trust-now.js';

const TITLE = { lv: 'Pārbaudīts dokuments', en: 'Document checked' };

/** Whom the page believes; it takes this along to check without asking anybody. */
export const readTrust = readAction({
  name: 'checking.read-trust',
  title: { lv: 'Atvērta dokumentu pārbaude', en: 'Checking of documents opened' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: (context) => trustNow(context),
});

/** The list of revoked documents, signed and of this moment: hashes and days, for the page to take along and for anybody else who checks. */
export const readRevoked = readAction({
  name: 'checking.read-revoked',
  title: { lv: 'Nolasīts atsaukto dokumentu saraksts', en: 'List of revoked documents read' },
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx, installation, now }) {
    const { known, secret } = revokedKeyOf(installation);
    return signRevoked({ asOf: now, documents: await listRevoked(tx) }, known.kid, secret);
  },
});

/** Checks a file where the browser has no script; nothing of it is kept or logged. No report is made of what is no container. */
export const checkHere = readAction({
  name: 'checking.check-here',
  title: TITLE,
  permission: ANYONE,
  input: z.object({ file: UploadedFileInput }),
  audit: NOT_PERSONAL,
  async run(context, { file }) {
    if (!file) throw invalid('file', NO_FILE);
    if (!pretendsToBeContainer(file.name, file.content)) return { name: file.name, report: null };
    const trust = await trustNow(context);
    const report = await inTurn(() => checkContainer(new Uint8Array(file.content), handedInPolicy(trust), context.now));
    return { name: file.name, report: shownReport(report, trust) };
  },
});

/** The same for the claim on a printed copy. */
export const checkClaimHere = readAction({
  name: 'checking.check-claim-here',
  title: TITLE,
  permission: ANYONE,
  input: z.object({ claim: z.string().trim().max(2_000).default(''), holder: z.string().trim().max(200).default('') }),
  audit: NOT_PERSONAL,
  async run(context, { claim: words, holder }) {
    if (words === '') throw invalid('claim', NO_CLAIM);
    const { claimKeys, revoked } = await trustNow(context);
    const found = await checkClaim(claimIn(words), claimKeys);
    const revocation = 'claim' in found ? await revocationOfClaim(revoked, found.claim) : null;
    return { found, revocation, at: context.now.toISOString(), isHolder: 'claim' in found && holder !== '' ? found.claim.holder === (await holderMark(found.claim.number, holder)) : null };
  },
});
