/// <reference lib="dom" />
import type { Waiting } from './outbox.js';

/** What the register says of the cells that were sent. */
export interface Answer {
  readonly seenAt: string;
  readonly cells: readonly { membershipId: string; column: string; state: 'saved' | 'refused' | 'clash' | 'needs-reason'; value: string; why: string }[];
}

/** Sends changed cells; null where nothing came back. */
export function post(form: HTMLFormElement, sent: readonly Waiting[], reason: string): Promise<Response | null> {
  const cells = sent.map(({ cell, value, seenAt, overrule = false, key }) => ({ membershipId: cell.split(' ')[0], column: cell.split(' ')[1], value, seenAt, overrule, key }));
  const headers = { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': form.querySelector<HTMLInputElement>('input[name=_csrf]')!.value };
  return fetch(form.dataset['save']!, { method: 'POST', headers, body: JSON.stringify({ reason, cells }), signal: AbortSignal.timeout(20_000) }).catch(() => null);
}
