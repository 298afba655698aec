import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What is measured while it happens; names and labels hold routes, actions and jobs, never data. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export const httpSeconds = new Histogram({
  name: 'vienkopus_http_request_seconds',
  help: 'Time from a request to its answer, by route pattern',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: SECONDS,
  registers: [registry],
});

const actionSeconds = new Histogram({
  name: 'vienkopus_action_seconds',
  help: 'Time an action took, by its outcome: done, refused (told to a person) or failed (a fault)',
  labelNames: ['action', 'outcome'] as const,
  buckets: SECONDS,
  registers: [registry],
});

const jobSeconds = new Histogram({
  name: 'vienkopus_job_seconds',
  help: 'Time one run of a background job took',
  labelNames: ['job'] as const,
  buckets: [0.01, 0.1, 1, 10, 60, 600],
  registers: [registry],
});

const jobFailures = new Counter({
  name: 'vienkopus_job_failures_total',
  help: 'Runs of background jobs that failed and will be tried again or given up',
  labelNames: ['job'] as const,
  registers: [registry],
});

/** Measures an action. `isRefusal` tells a sentence for people from a fault of the program. */
export async function measureAction<R>(action: string, isRefusal: (error: unknown) => boolean, work: () => Promise<R>): Promise<R> {
  const end = actionSeconds.startTimer({ action });
  try {
    const output = await work();
    end({ outcome: 'done' });
    return output;
  } catch (error) {
    end({ outcome: isRefusal(error) ? 'refused' : 'failed' });
    throw error;
  }
}

export async function measureJob(job: string, work: () => Promise<void>): Promise<void> {
  const end = jobSeconds.startTimer({ job });
  try {
    await work();
  } catch (error) {
    jobFailures.inc({ job });
    throw error;
  } finally {
    end();
  }
}
