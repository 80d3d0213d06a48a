import { DirectoryAddressController } from './directory-address.controller.js';
import { DirectoryImportController } from './directory-import.controller.js';
import { ReadingAnswers } from './reading-answers.js';

/** The one whose address is longer comes first: the other would take 'address' for an id. */
export const directoryImportControllers = [DirectoryAddressController, DirectoryImportController];
export const directoryImportProviders = [ReadingAnswers];
