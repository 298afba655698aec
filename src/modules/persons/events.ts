import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** Facts about a person carry the identity and the day alone: who may know more asks for it. */
const PersonOn = z.object({ personId: z.string(), on: z.string() });

export const personRegistered = eventKind('persons.person-registered', PersonOn);
export const nameChanged = eventKind('persons.name-changed', PersonOn);
export const codeReplaced = eventKind('persons.code-replaced', PersonOn);
export const addressDeclared = eventKind('persons.address-declared', PersonOn);
export const guardianshipRecorded = eventKind('persons.guardianship-recorded', PersonOn);
export const guardianshipEnded = eventKind('persons.guardianship-ended', PersonOn);
/** What began on the day of birth, and majority, may have followed. */
export const birthCorrected = eventKind('persons.birth-corrected', PersonOn);
export const personDied = eventKind('persons.person-died', PersonOn);
/** The person lives after all. */
export const deathWithdrawn = eventKind('persons.death-withdrawn', PersonOn);
/** Something that began on the day never was. */
export const entryWithdrawn = eventKind('persons.entry-withdrawn', PersonOn);
