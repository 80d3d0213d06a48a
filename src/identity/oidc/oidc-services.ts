import { AccountsOfProvider } from './accounts-of-provider.js';
import { ProviderLogout } from './provider-logout.js';
import { OidcExchange } from './exchange.js';
import { GroupRoles } from './group-roles.js';
import { Providers } from './providers.js';
import { SignInByOidc } from './sign-in-by-oidc.js';

/** What identity's module needs for signing in by OpenID Connect. */
export const oidcServices = [
  ...[AccountsOfProvider, GroupRoles, OidcExchange, ProviderLogout, Providers, SignInByOidc],
];
