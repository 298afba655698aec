import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

/** Facts about a person carry the identity and the day alone: who may know more asks for it. */
const PersonOn = z.object({ personId: z.string(), on: z.string() });

export const personRegistered = eventKind('persons.person-registered', PersonOn);
export const nameChanged = eventKind('persons.name-changed', PersonOn);
export const codeReplaced = eventKind('persons.code-replaced', PersonOn);
export const addressDeclared = eventKind('persons.address-declared', PersonOn);
export const guardianshipRecorded = eventKind('persons.guardianship-recorded', PersonOn);
export const personDied = eventKind('persons.person-died', PersonOn);
