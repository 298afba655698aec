import type { Entry } from './entry.js';
import { PACKAGE_FINDINGS } from './package.js';
import { RELATION_FINDINGS } from './relations.js';
import { VALUE_FINDINGS } from './values.js';

const ALL = { ...PACKAGE_FINDINGS, ...VALUE_FINDINGS, ...RELATION_FINDINGS };

/** Every kind of finding; the codes are part of the contract with machines and do not change. */
export type Code = keyof typeof ALL;
export const CATALOGUE: Readonly<Record<Code, Entry>> = ALL;
export const CODES = Object.keys(ALL) as Code[];
