import { correctClosureRoute, withdrawClosureRoute } from './closure.js';
import { correctEntryRoute } from './entry.js';
import { correctFoundingRoute } from './founding.js';
import { correctSuccessionRoute, withdrawSuccessionRoute } from './succession.js';
import { withdrawEntryRoute } from './withdraw-entry.js';

/** Forms that put right what was recorded wrongly. */
export const correctionRoutes = [
  correctEntryRoute,
  withdrawEntryRoute,
  correctFoundingRoute,
  correctClosureRoute,
  withdrawClosureRoute,
  correctSuccessionRoute,
  withdrawSuccessionRoute,
];
