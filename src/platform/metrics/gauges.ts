import { Gauge, Registry } from 'prom-client';
import { z } from 'zod';
import type { Platform } from '../actions/perform.js';
import { sql } from '../db/sql.js';

/** What is looked up at the moment of asking: the database's own state, the same from every process. */
export function gaugesOf({ database, clock }: Platform): Registry {
  const registry = new Registry();
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[], collect: (gauge: Gauge<Label>) => Promise<void> | void) =>
    new Gauge({ name: `vienkopus_${name}`, help, labelNames: [...labelNames], registers: [registry], async collect() { await collect(this); } });

  gauge('database_connections', 'Connections of this process to the writing server', ['state'], (connections) => {
    const { totalCount, idleCount, waitingCount } = database.pool;
    connections.set({ state: 'busy' }, totalCount - idleCount);
    connections.set({ state: 'idle' }, idleCount);
    connections.set({ state: 'asked_for' }, waitingCount);
  });
  gauge('outbox_mail', 'Mail by state', ['state'], async (mail) => {
    mail.reset();
    for (const { label, n } of await database.read.all(Labelled, sql`select state as label, count(*) as n from platform.outbox_mail group by state`)) mail.set({ state: label }, n);
  });
  gauge('jobs_waiting', 'Jobs that are due and not yet taken up', ['job'], async (jobs) => {
    jobs.reset();
    const waiting = sql`select name as label, count(*) as n from pgboss.job where state < 'active' and start_after <= now() group by name`;
    for (const { label, n } of await database.read.all(Labelled, waiting)) jobs.set({ job: label }, n);
  });
  gauge('audit_unsealed_seconds', 'Age of the oldest audit entry that is not yet in the hash chain', [], async (age) => {
    const oldest = await database.read.first(
      z.object({ at: z.date() }),
      sql`select e.at from audit.entry e
        where (e.written_by, e.id) > (select x.written_by, x.id from audit.link l join audit.entry x on x.id = l.entry_id order by l.seq desc limit 1)
          or not exists (select from audit.link) order by e.written_by, e.id limit 1`,
    );
    age.set(oldest ? Math.max(0, (clock.now().getTime() - oldest.at.getTime()) / 1000) : 0);
  });
  return registry;
}

const Labelled = z.object({ label: z.string(), n: z.number() });
