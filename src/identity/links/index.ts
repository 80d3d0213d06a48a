export { SignInLink } from './link.entity.js';
export { SignInLinksModule } from './sign-in-links.module.js';
export { SignInLinks } from './sign-in-links.js';
export type { OpenLink } from './sign-in-links.js';
