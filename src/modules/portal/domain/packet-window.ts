import type { PortalParameter } from './parameters.js';

const HOUR_MS = 3_600_000;
/** In the last minute no packet is made any more: whoever comes then waits that minute, and the rush begins with nothing but the key. */
const CLOSES_MS = 60_000;

/** Where a publication stands: not offered, asked for but given later, given now, or about to be published. */
export type PacketWindow = 'none' | { readonly why: 'early' | 'open' | 'closed'; readonly from: Date };

export function packetWindow(visibleFrom: Date, now: Date, numbers: Readonly<Record<Extract<PortalParameter, 'packet-days' | 'packet-hours'>, number>>): PacketWindow {
  const left = visibleFrom.getTime() - now.getTime();
  if (left <= 0 || left > numbers['packet-days'] * 24 * HOUR_MS) return 'none';
  const from = new Date(visibleFrom.getTime() - numbers['packet-hours'] * HOUR_MS);
  if (left <= CLOSES_MS) return { why: 'closed', from };
  return { why: now < from ? 'early' : 'open', from };
}
