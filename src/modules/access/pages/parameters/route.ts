import { parameterRoutes } from '#web/parameters/routes.js';
import { limitActions } from '../../actions/parameters.js';
import { WORDS } from '../words.js';

export const parametersRoutes = parameterRoutes({ path: '/access/parameters', title: WORDS.parameters, above: [] }, limitActions);
