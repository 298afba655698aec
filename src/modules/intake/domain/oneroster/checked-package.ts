import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { CODES } from './catalogue/catalogue.js';
import type { PackageReport } from './package-report.js';

/** A report with the archive it is about. */
export interface CheckedPackage {
  readonly name: string;
  readonly size: number;
  /** When, as an ISO instant. */
  readonly at: string;
  readonly report: PackageReport;
}

const code = z.enum(CODES);
const words = z.string().nullable();
const count = z.int().min(0);
const tallies = { rows: count, errors: count, warnings: count };

const Packed = z.object({
  name: z.string(),
  size: count,
  at: z.iso.datetime(),
  report: z.object({
    dialect: z.enum(['1.2.1', '1.2']),
    source: words,
    ...tallies,
    files: z.array(z.object({ name: z.string(), mode: z.enum(['absent', 'bulk', 'delta']).nullable(), present: z.boolean(), ...tallies })).max(100),
    counts: z.array(z.object({ code, count })).max(CODES.length),
    findings: z.array(z.object({ code, file: z.string(), row: count.nullable(), column: words, expected: words, actual: words, suggestion: words })).max(10_000),
  }),
});

const MOST_BYTES = 8_388_608;

/** A report as the page carries it to its next view or download: nothing of it is kept here. */
export const packReport = (checked: CheckedPackage): string => deflateRawSync(JSON.stringify(checked)).toString('base64url');

/** The report a page carried; null where it is none of ours. */
export function unpackReport(packed: string): CheckedPackage | null {
  try {
    return Packed.parse(JSON.parse(inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: MOST_BYTES }).toString()));
  } catch {
    return null;
  }
}
