import { z } from 'zod';
import { LEVELS } from '../domain/proof.js';

/** A proof as the pages hand it on from a provider; nothing outside the program can send one. */
export const ProofInput = z.object({
  method: z.enum(['smart-id', 'eparaksts', 'latvija-lv', 'active-directory', 'openid', 'e-journal']),
  issuer: z.string().min(1),
  subject: z.string().min(1),
  personCode: z.string().nullable(),
  name: z.string().nullable(),
  level: z.enum(LEVELS),
  amr: z.array(z.string()).readonly(),
  evidence: z.record(z.string(), z.string()).readonly(),
});
