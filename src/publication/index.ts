export { changesAsAtom } from './as-atom.js';
export { csvCell, registerAsCsv } from './as-csv.js';
export { registerAsJson } from './as-json.js';
export { registerAsPdf } from './as-pdf.js';
export type { RegisterChange } from './changes.js';
export { isEmpty, NO_DETAILS } from './compose.js';
export { correctedInWords, declarationsAsCsv, NOT_OPEN } from './declarations-as-csv.js';
export { PublishedDeclarations } from './declarations.js';
export type {
  CorrectedDeclaration,
  DeclarationFilter,
  PublicDeclaration,
  PublicDeclarations,
} from './declarations.js';
export { HomeAddressRound } from './home-address-round.js';
export { LICENCE } from './licence.js';
export { PageStore } from './page-store.js';
export type { DrawnPage, StoredPage } from './page-store.js';
export { MOST_FOUND, Publication } from './publication.js';
export type { AboutRegister, FoundInRegister } from './publication.js';
export { PublicationModule } from './publication.module.js';
export type * from './public-register.js';
export { RegisterVersions } from './register-versions.js';
export type { RegisterAt } from './register-versions.js';
