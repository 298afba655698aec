import type { Text } from '#kernel/text.js';
import type { TrustAnchors } from '../trust/chain.js';
import type { ArchiveLimits } from '../zip/read-zip.js';

/** The levels of XAdES baseline signatures, each with all proofs of those before it. */
export const LEVELS = ['B-B', 'B-T', 'B-LT', 'B-LTA'] as const;
export type Level = (typeof LEVELS)[number];

/** What is asked of a container; a report names it. */
export interface CheckPolicy {
  readonly name: Text;
  readonly anchors: TrustAnchors;
  /** The least level that passes. */
  readonly least: Level;
  /** Whether the certificate must say that it is qualified; otherwise that is told, not asked. */
  readonly asksQualified: boolean;
  readonly limits: ArchiveLimits;
}

/** Signatures that must last: whole proof inside, by trusted authorities, checked without asking anybody. */
export const longTermPolicy = (anchors: TrustAnchors): CheckPolicy => ({
  name: { lv: 'Ilgtermiņa pierādījums (XAdES B-LT, ETSI EN 319 102-1 pamatnoteikumi)', en: 'Long-term proof (XAdES B-LT, basic rules of ETSI EN 319 102-1)' },
  anchors,
  least: 'B-LT',
  asksQualified: false,
  limits: { mostEntries: 1_000, mostBytes: 256 * 1024 * 1024 },
});

/** The same for what must outlive the certificates of its time stamps. */
export const archivalPolicy = (anchors: TrustAnchors): CheckPolicy => ({
  ...longTermPolicy(anchors),
  name: { lv: 'Arhīva pierādījums (XAdES B-LTA, ETSI EN 319 102-1 pamatnoteikumi)', en: 'Archival proof (XAdES B-LTA, basic rules of ETSI EN 319 102-1)' },
  least: 'B-LTA',
});

/** The same for what is still on its way to its time stamp. */
export const anyLevelPolicy = (anchors: TrustAnchors): CheckPolicy => ({
  ...longTermPolicy(anchors),
  name: { lv: 'Paraksts bez prasības pēc ilgtermiņa pierādījuma (XAdES B-B)', en: 'A signature without long-term proof asked for (XAdES B-B)' },
  least: 'B-B',
});
