/** Where the provider stands in the program. */
export const MOUNT = '/oidc';

/** The name under which the provider signs. */
export const issuerOf = (publicUrl: string): string => `${publicUrl.replace(/\/$/, '')}${MOUNT}`;
