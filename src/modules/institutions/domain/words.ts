/** Values that the tables check; their words for people stand in `texts.ts`. */
export const FOUNDER_ROLES = ['legal', 'actual'] as const;
export type FounderRole = (typeof FOUNDER_ROLES)[number];

export const FOUNDER_TYPES = ['municipality', 'state', 'legal person', 'natural person'] as const;
export type FounderType = (typeof FOUNDER_TYPES)[number];

export const FOUNDER_REASONS = ['founded', 'territorial reform', 'takeover', 'reorganised'] as const;
export type FounderReason = (typeof FOUNDER_REASONS)[number];

export const ADDRESS_KINDS = ['legal', 'actual'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export const PROGRAMMES = ['preschool', 'general', 'vocational', 'vocational-orientation', 'higher', 'interest', 'adult'] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const CLOSURE_REASONS = ['liquidated', 'merged', 'split', 'reorganised'] as const;
export type ClosureReason = (typeof CLOSURE_REASONS)[number];

export const SUCCESSION_KINDS = ['merged', 'split', 'reorganised'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];
