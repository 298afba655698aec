import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

const InstitutionOn = z.object({ institutionId: z.string(), on: z.string() });

export const institutionRegistered = eventKind('institutions.institution-registered', InstitutionOn);
export const institutionRenamed = eventKind('institutions.institution-renamed', InstitutionOn);
export const founderChanged = eventKind('institutions.founder-changed', InstitutionOn);
export const addressChanged = eventKind('institutions.address-changed', InstitutionOn);
export const deliveryPlaceAdded = eventKind('institutions.delivery-place-added', InstitutionOn);
export const deliveryPlaceClosed = eventKind('institutions.delivery-place-closed', InstitutionOn);
/** Rights that hang on the institution end with it. */
export const institutionClosed = eventKind('institutions.institution-closed', InstitutionOn);
export const successionRecorded = eventKind('institutions.succession-recorded', z.object({ fromId: z.string(), toId: z.string(), on: z.string() }));
export const entryCorrected = eventKind('institutions.entry-corrected', z.object({ institutionId: z.string(), history: z.string() }));
