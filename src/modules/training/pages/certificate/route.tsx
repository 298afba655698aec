import { showPage, type WebRoute } from '#web/page-route.js';
import { readCertificate } from '../../actions/read-certificate.js';
import { CertificatePage } from './page.js';

export const certificateRoutes: readonly WebRoute[] = [
  showPage({ path: '/training/certificates/:id', action: readCertificate, render: (result, view) => <CertificatePage view={view} result={result} /> }),
];
