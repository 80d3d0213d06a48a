/** What may be said of an interest, field by field, and how the words of people are read. */
export { characterProblem } from './characters.js';
export type { Field, FieldKind, FieldProblem } from './field.js';
export { CATEGORIES, FIELDS } from './fields.js';
export { readDetails, type DetailsReading, type FieldWords } from './read-details.js';
export { dayIn } from './read-field.js';
