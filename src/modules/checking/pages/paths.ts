export const CHECK = '/check';
export const CLAIM = `${CHECK}/claim`;
export const TRUST = `${CHECK}/trust`;
export const REVOKED = `${CHECK}/revoked`;
export const LISTS = '/trusted-lists';
