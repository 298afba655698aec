import { parameterStore } from '#platform/parameters/parameter-store.js';
import { CERTIFICATE_PARAMETERS } from '../domain/parameters.js';

export const certificateParameters = parameterStore('certificates.parameter', CERTIFICATE_PARAMETERS);
