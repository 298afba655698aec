/** Scopes of 1EdTech OneRoster 1.2 with which a machine may ask to be held to less than its rights; what they mean is known where its services are. */
export const MACHINE_SCOPES: readonly string[] = [
  'roster-core.readonly', 'roster.readonly', 'roster-demographics.readonly', 'gradebook-core.readonly', 'gradebook.readonly', 'gradebook.createput', 'gradebook.createpost', 'gradebook.delete',
].map((scope) => `https://purl.imsglobal.org/spec/or/v1p2/scope/${scope}`);
