import { z } from 'zod';

/** Where a sign-in comes from; the web layer fills it in from the request. Only the network and the device are kept. */
export const VisitorInput = z.object({ address: z.string(), addressPrefix: z.string(), device: z.string() });
export type Visitor = z.infer<typeof VisitorInput>;
