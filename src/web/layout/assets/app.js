// Everything works without this file; with it, GOV.UK's components do a little more.
import { initAll } from './govuk-frontend.min.js';

initAll();
