export { checked, checkedQuery, isTooDeep } from './checked.js';
export * from './field.js';
export { exampleOf, propertyOf, schemaOf, shapesIn } from './schema.js';
