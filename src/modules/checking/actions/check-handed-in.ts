import type { ActionContext } from '#platform/actions/action.js';
import { checkContainer, handedInPolicy, shownReport } from '#platform/documents/browser.js';
import type { Write } from '#platform/db/transaction.js';
import { kindOfFile } from '../domain/kind-of-file.js';
import { codeOfSigner, signedBy } from '../domain/verdict.js';
import { type CheckBrief, type CheckOfFile, insertCheck } from '../store/checks.js';
import { inTurn } from '../trust/in-turn.js';
import { trustNow } from '../trust/trust-now.js';

export type { CheckBrief, CheckOfFile };

export interface HandedIn {
  readonly fileId: string;
  readonly name: string;
  readonly content: Uint8Array;
  /** Every personal code that the applicant has or had; null where it is not known who they are. */
  readonly applicantCodes: readonly string[] | null;
}

/**
 * Checks a file that was handed in and keeps what was found; nothing is refused by it. The caller has stored the file, checked the right
 * to it, and logs it in its own action.
 */
export async function checkHandedIn({ tx, installation, now, actor }: Pick<ActionContext<Write>, 'tx' | 'installation' | 'now' | 'actor'>, { fileId, name, content, applicantCodes }: HandedIn): Promise<void> {
  const kind = kindOfFile(name, content);
  const common = { fileId, kind, checkedAt: now, checkedBy: actor.id ?? actor.name };
  if (kind !== 'container') return insertCheck(tx, { ...common, verdict: 'no-container', signedBy: 'not-known', report: null });
  const trust = await trustNow({ tx, installation, now });
  const report = await inTurn(() => checkContainer(new Uint8Array(content), handedInPolicy(trust), now));
  const codes = report.signatures.filter(({ passed }) => passed).map(({ signerCode }) => (signerCode === null ? null : codeOfSigner(signerCode)));
  const shown = shownReport(report, trust);
  await insertCheck(tx, { ...common, verdict: report.passed && !shown.revocation?.on ? 'passed' : 'failed', signedBy: signedBy(codes, applicantCodes), report: shown });
}
