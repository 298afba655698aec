/** Who acts for a child: a parent, a guardian (aizbildnis), a foster family (audžuģimene), or a place of out-of-family care (ārpusģimenes aprūpe). */
export const GUARDIANSHIP_KINDS = ['parent', 'guardian', 'foster', 'care'] as const;
export type GuardianshipKind = (typeof GUARDIANSHIP_KINDS)[number];

/** Why a person's data is shielded. */
export const PROTECTION_KINDS = ['violence', 'criminal-proceedings', 'adoption', 'office'] as const;
export type ProtectionKind = (typeof PROTECTION_KINDS)[number];
