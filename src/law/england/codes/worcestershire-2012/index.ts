export { worcestershireDeclaration } from './declarations.js';
export { worcestershireGifts } from './gifts.js';
export { worcestershire2012 } from './meetings.js';
export { worcestershireRegistration } from './registration.js';
