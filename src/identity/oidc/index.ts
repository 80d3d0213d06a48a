export { AccountsOfProvider } from './accounts-of-provider.js';
export { OidcExchange } from './exchange.js';
export { oidcServices } from './oidc-services.js';
export { ProviderAccount } from './provider-account.entity.js';
export { ProviderLogout } from './provider-logout.js';
export { Providers } from './providers.js';
export { SignInByOidc } from './sign-in-by-oidc.js';
export type { OidcRefusal } from './sign-in-by-oidc.js';
