import type { VNode } from 'preact';

/** A legal basis, leading to where it can be read. */
export const Source = ({ legalRef, source }: { legalRef: string; source: string | null }): VNode =>
  source && /^https?:/.test(source) ? <a href={source}>{legalRef}</a> : <>{legalRef}</>;
