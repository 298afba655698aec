/** Addresses of the module's pages; notices name them too. */
export const CERTIFICATES = '/certificates';
export const SEALINGS = `${CERTIFICATES}/sealings`;
export const sealingPath = (id: string, more = ''): string => `${SEALINGS}/${id}${more}`;
export const certificatePath = (id: string, more = ''): string => `${CERTIFICATES}/${id}${more}`;
export const sittingPath = (id: string, more = ''): string => `${CERTIFICATES}/sittings/${id}${more}`;
export const schoolPath = (regNr: string, year?: number): string => `${CERTIFICATES}/institutions/${regNr}${year === undefined ? '' : `?year=${year}`}`;
export const MINE = '/my/certificates';
export const PAPER = `${CERTIFICATES}/paper`;
export const FORMS = `${CERTIFICATES}/forms`;
export const formPath = (id: string, more = ''): string => `${FORMS}/${id}${more}`;
export const PROOFS = `${CERTIFICATES}/proofs`;
export const RECEIVERS = `${CERTIFICATES}/receivers`;
