import type { DataFile } from '../container/data-file.js';
import type { SealCertificate } from './seal-provider.js';

/**
 * Whoever seals whole files instead of signing data of ours: the signature, its time stamp and its proofs are all made elsewhere. What comes
 * back is believed only when our own check does.
 */
export interface ContainerSealer {
  certificate(): Promise<SealCertificate>;
  /**
   * Seals every set. A set that was begun before is looked for under its name first, and where it is sealed already, that is taken: asked again
   * after a crash or a lost answer, nothing is sealed twice. @throws TrustServiceError
   */
  seal(sets: readonly SetToSeal[], keeping: Keeping): Promise<void>;
}

export interface SetToSeal {
  readonly files: readonly DataFile[];
  /** The name under which the service knows it; null when it was never begun. */
  readonly begun: string | null;
}

/** What must survive a crash, by the places of the sets in the list; each is waited for. */
export interface Keeping {
  /** The name of each, before anything is sealed; null for what is to be begun anew next time. */
  begun(names: readonly { readonly at: number; readonly name: string | null }[]): Promise<void>;
  sealed(containers: readonly { readonly at: number; readonly sealed: SealedContainer }[]): Promise<void>;
}

/** A container at level B-LT that our check believes, and what its signature is made of. */
export interface SealedContainer {
  readonly container: Buffer;
  readonly signingTime: Date;
  readonly value: Uint8Array;
  readonly token: Uint8Array;
  readonly stampedAt: Date;
}
