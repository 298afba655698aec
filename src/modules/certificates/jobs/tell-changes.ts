import { entryAnnulled, exemptionRecorded, factTakenBack, replacementRecorded, resultChanged, resultsPublished } from '#modules/exams/public.js';
import { admissionConsented } from '#modules/marks/public.js';
import { type EventKind, type Subscription, subscribe } from '#platform/events/event.js';
import { tellConsented, tellEntry, tellPublished } from '../store/changes.js';

const ofEntry = <P extends { entryId: string }>(to: EventKind<P>): Subscription =>
  subscribe({ subscriber: `certificates.tell-of-${to.name}`, to, handle: async ({ tx, now }, { entryId }) => void (await tellEntry(tx, entryId, now)) });

/** What becomes a fact of the feed: publication, and what changes after it; and what was published of somebody who has just agreed to a university. */
export const tellingChanges: readonly Subscription[] = [
  subscribe({ subscriber: 'certificates.tell-of-publication', to: resultsPublished, handle: async ({ tx, now }, of) => void (await tellPublished(tx, of, now)) }),
  ...[resultChanged, entryAnnulled, exemptionRecorded, replacementRecorded, factTakenBack].map((to) => ofEntry(to as EventKind<{ entryId: string }>)),
  subscribe({ subscriber: 'certificates.tell-of-consent', to: admissionConsented, handle: async ({ tx, now }, { personId, institutionId, coversExams }) => void (coversExams && (await tellConsented(tx, personId, institutionId, now))) }),
];
