import { z } from 'zod';

/** What is kept of where a sign-in came from; the web layer fills it in from the request. */
export const VisitorInput = z.object({ addressPrefix: z.string(), device: z.string() });
export type Visitor = z.infer<typeof VisitorInput>;
