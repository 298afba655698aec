import { type Revocation, revocationOf } from '../claims/revoked-list.js';
import type { CheckReport } from './check-container.js';
import type { Qualified, SignatureReport } from './check-signature.js';
import { listName, overdue, type Trust } from './portable-trust.js';
import type { Level } from './policy.js';
import type { ContainerRule, Finding, Outcome, SignatureRule } from './rules.js';

/** A report as it is shown and kept: plain JSON, times in ISO 8601, rules by their codes, no content and no personal code. */
export interface ShownReport {
  readonly passed: boolean;
  readonly policy: { readonly lv: string; readonly en: string };
  readonly at: string;
  /** When the trusted certificates and lists were gathered, which lists there were, and for which the next issue was due. */
  readonly trustAsOf: string;
  readonly lists: readonly string[];
  readonly overdue: readonly string[];
  /** Whether its issuer revoked it: null where that was not known, left out of reports that were kept before it was asked. */
  readonly revocation?: Revocation | null;
  readonly container: readonly ShownFinding<ContainerRule>[];
  readonly files: readonly ShownFile[];
  readonly signatures: readonly ShownSignature[];
}

export interface ShownFinding<Rule extends string> {
  readonly rule: Rule;
  readonly outcome: Outcome;
  readonly about: string;
}

export interface ShownFile {
  readonly name: string;
  readonly mime: string | null;
  readonly size: number;
  readonly sha256: string;
}

export interface ShownSignature {
  readonly passed: boolean;
  readonly level: Level | null;
  readonly signer: string;
  readonly organisation: string | null;
  readonly issuer: string;
  readonly qualified: Qualified;
  readonly claimedTime: string | null;
  readonly stampedAt: string | null;
  readonly findings: readonly ShownFinding<SignatureRule>[];
}

export function shownReport({ passed, policy, at, container, files, signatures }: CheckReport, trust: Trust): ShownReport {
  return {
    passed,
    policy: policy.name,
    at: at.toISOString(),
    trustAsOf: trust.asOf.toISOString(),
    lists: trust.lists.map(listName),
    overdue: overdue(trust, at).map(listName),
    revocation: revocationOf(trust.revoked, files),
    container: container.map(shownFinding),
    files: files.map(({ name, mime, size, sha256 }) => ({ name, mime, size, sha256 })),
    signatures: signatures.map(shownSignature),
  };
}

const shownFinding = <Rule extends string>({ rule, outcome, about }: Finding<Rule>): ShownFinding<Rule> => ({ rule, outcome, about });

const shownSignature = ({ passed, level, signer, organisation, issuer, qualified, claimedTime, stampedAt, findings }: SignatureReport): ShownSignature => ({
  passed,
  level,
  signer,
  organisation,
  issuer,
  qualified,
  claimedTime: claimedTime?.toISOString() ?? null,
  stampedAt: stampedAt?.toISOString() ?? null,
  findings: findings.map(shownFinding),
});
