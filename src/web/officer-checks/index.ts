import { CompaniesController } from './companies/companies.controller.js';
import { KnownFindings } from './known.js';
import { ChecksListController } from './list/list.controller.js';
import { FindingController } from './one/one.controller.js';
import { ChecksController } from './overview/overview.controller.js';

/** What the record asks, and what an officer says of it. The named pages stand before ':check'. */
export const officerCheckControllers = [
  ChecksController,
  CompaniesController,
  FindingController,
  ChecksListController,
];
export const officerCheckProviders = [KnownFindings];
