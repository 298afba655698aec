/** How long what the provider issues lasts, in seconds: short where nothing takes it back at once. */
export const LIFETIMES = {
  AccessToken: 600,
  AuthorizationCode: 60,
  ClientCredentials: 600,
  /** The longest a code on a terminal may wait for a person; long ones are what phishing needs. */
  DeviceCode: 300,
  Grant: 14 * 86_400,
  IdToken: 600,
  Interaction: 1_800,
  RefreshToken: 14 * 86_400,
  Session: 86_400,
} as const;

/** How often a device may ask whether its code has been entered; each time it asks sooner it waits this much longer (RFC 8628, 3.5). */
export const DEVICE_INTERVAL_SECONDS = 5;

/** How long a one-time ticket may be exchanged. */
export const TICKET_SECONDS = 60;
