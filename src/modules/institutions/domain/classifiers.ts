/** One value of a list that forms and filters choose from. */
export interface ClassifierItem {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
}

/** A type with what follows from it: its kind, and whether an institution of it may have an accreditation page. */
export interface TypeItem extends ClassifierItem {
  readonly kind: string;
  readonly kindLv: string;
  readonly kindEn: string;
  readonly accredited: boolean;
}

export interface Classifiers {
  readonly types: readonly TypeItem[];
  readonly legalStatuses: readonly ClassifierItem[];
  readonly subordinations: readonly ClassifierItem[];
}
