import { z } from 'zod';
import { eventKind } from '#platform/events/event.js';

const InstitutionOn = z.object({ institutionId: z.string(), on: z.string() });

export const institutionRegistered = eventKind('institutions.institution-registered', InstitutionOn);
export const institutionRenamed = eventKind('institutions.institution-renamed', InstitutionOn);
export const founderChanged = eventKind('institutions.founder-changed', InstitutionOn);
export const addressChanged = eventKind('institutions.address-changed', InstitutionOn);
export const deliveryPlaceAdded = eventKind('institutions.delivery-place-added', InstitutionOn);
export const deliveryPlaceClosed = eventKind('institutions.delivery-place-closed', InstitutionOn);
export const institutionClosed = eventKind('institutions.institution-closed', InstitutionOn);
export const standingChanged = eventKind('institutions.standing-changed', InstitutionOn);
export const gymnasiumTitleGranted = eventKind('institutions.gymnasium-title-granted', InstitutionOn);
export const gymnasiumTitleWithdrawn = eventKind('institutions.gymnasium-title-withdrawn', InstitutionOn);
export const institutionAccredited = eventKind('institutions.institution-accredited', InstitutionOn);
export const founderAdded = eventKind('institutions.founder-added', InstitutionOn);
export const detailsChanged = eventKind('institutions.details-changed', z.object({ institutionId: z.string() }));
export const headRecorded = eventKind('institutions.head-recorded', InstitutionOn);
export const headEnded = eventKind('institutions.head-ended', InstitutionOn);
/** The institution never closed. */
export const closureWithdrawn = eventKind('institutions.closure-withdrawn', InstitutionOn);
/** Its day of closing was recorded, moved or taken back: what hangs on the institution follows what is recorded now. */
export const closingDayChanged = eventKind('institutions.closing-day-changed', z.object({ institutionId: z.string() }));

const Succession = z.object({ fromId: z.string(), toId: z.string(), on: z.string() });
export const successionRecorded = eventKind('institutions.succession-recorded', Succession);
export const successionWithdrawn = eventKind('institutions.succession-withdrawn', Succession);

const OfHistory = z.object({ institutionId: z.string(), history: z.string() });
export const entryCorrected = eventKind('institutions.entry-corrected', OfHistory);
export const entryWithdrawn = eventKind('institutions.entry-withdrawn', OfHistory);
