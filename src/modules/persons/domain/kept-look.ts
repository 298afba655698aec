/** Why an official looks at one person, kept for some minutes so that it need not be typed again after each entry. */
export interface KeptLook {
  readonly userId: string;
  readonly personId: string;
  readonly reason: string;
  readonly caseReference: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const KEPT_MINUTES = 15;
