import { z } from 'zod';
import type { SchemaOf } from '#kernel/schema.js';
import { sql } from '../db/sql.js';
import type { Write } from '../db/transaction.js';
import { enqueuer, job, type JobContext, type JobSender } from '../jobs/job.js';

/** A kind of fact that a module announces; its name is past tense (`access.grants-ended`). */
export interface EventKind<Payload> {
  readonly name: string;
  readonly payload: SchemaOf<Payload>;
}

export const eventKind = <Payload>(name: string, payload: SchemaOf<Payload>): EventKind<Payload> => ({ name, payload });

export type Announce = <Payload>(kind: EventKind<Payload>, payload: Payload) => Promise<void>;

/** One module's interest in one kind of event. The handler runs in the transaction that marks the event as taken. */
export interface Subscription<Payload = never> {
  readonly subscriber: string;
  readonly to: EventKind<Payload>;
  readonly handle: (context: JobContext & { tx: Write }, payload: Payload, eventId: string) => Promise<void>;
}

export const subscribe = <Payload>(subscription: Subscription<Payload>): Subscription => subscription as unknown as Subscription;

export type Subscriptions = readonly Subscription[];

/** Says a fact: kept in the ordered feed and put on the way to each subscriber, in the caller's transaction. */
export const announcer =
  (tx: Write, now: Date, subscriptions: Subscriptions, jobs: JobSender): Announce =>
  async (kind, payload) => {
    const { id } = (await tx.first(
      z.object({ id: z.string() }),
      sql`insert into platform.event (name, at, payload) values (${kind.name}, ${now}, ${JSON.stringify(payload)}::jsonb) returning id`,
    ))!;
    const enqueue = enqueuer(tx, jobs);
    for (const { subscriber, to } of subscriptions) {
      if (to.name === kind.name) await enqueue(deliverEvent, { eventId: id, subscriber }, { once: `${id}:${subscriber}` });
    }
  };

/** Brings one event to one subscriber; at least once from the queue, exactly once by the delivery row. */
export const deliverEvent = job({
  name: 'platform.deliver-event',
  input: z.object({ eventId: z.string(), subscriber: z.string() }),
  async run(context, { eventId, subscriber }) {
    const subscription = context.platform.subscriptions.find((one) => one.subscriber === subscriber);
    if (!subscription) return;
    await context.platform.database.transaction(async (tx) => {
      const taken = await tx.run(sql`
        insert into platform.event_delivery (event_id, subscriber, delivered_at) values (${eventId}, ${subscriber}, ${context.now})
        on conflict do nothing`);
      if (taken === 0) return;
      const event = (await tx.first(z.object({ payload: z.unknown() }), sql`select payload from platform.event where id = ${eventId}`))!;
      await subscription.handle({ ...context, tx }, subscription.to.payload.parse(event.payload), eventId);
    });
  },
});
