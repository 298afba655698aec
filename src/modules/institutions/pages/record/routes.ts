import { accreditationRoute } from './accreditation.js';
import { addressRoute } from './address.js';
import { closeRoute } from './close.js';
import { closePlaceRoute } from './close-place.js';
import { deliveryPlaceRoute } from './delivery-place.js';
import { detailsRoute } from './details.js';
import { founderRoute } from './founder.js';
import { grantTitleRoute, withdrawTitleRoute } from './gymnasium-title.js';
import { endHeadRoute, headRoute } from './head.js';
import { legalFounderRoute } from './legal-founder.js';
import { renameRoute } from './rename.js';
import { standingRoute } from './standing.js';
import { successionRoute } from './succession.js';

/** Forms that record what changed, one for each kind of change. */
export const recordingRoutes = [
  renameRoute,
  standingRoute,
  founderRoute,
  legalFounderRoute,
  headRoute,
  endHeadRoute,
  addressRoute,
  deliveryPlaceRoute,
  closePlaceRoute,
  grantTitleRoute,
  withdrawTitleRoute,
  accreditationRoute,
  detailsRoute,
  successionRoute,
  closeRoute,
];
