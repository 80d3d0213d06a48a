export { ACCESS, AUDITS, Audits, CurrentPerson, Requires, STEP_UP, StepUp } from './access.js';
export type { Access, RequestOfPerson } from './access.js';
export { Account, RoleHolding } from './account.entity.js';
export { Accounts } from './accounts.js';
export type { AccountRefusal, NewAccount } from './accounts.js';
export { CodeApps, Factors, Passkeys, RecoveryCodes } from './factors/index.js';
export type { NewCodeApp, TypedFactor, WaysToSignIn } from './factors/index.js';
export { FirstSignIns } from './first-sign-ins.js';
export { IdentityModule } from './identity.module.js';
export { SignInLinks, SignInLinksModule } from './links/index.js';
export type { OpenLink } from './links/index.js';
export { AccountNotices } from './notices/index.js';
export { AccountsOfProvider, OidcExchange, ProviderLogout, Providers, SignInByOidc } from './oidc/index.js';
export type { OidcRefusal } from './oidc/index.js';
export { PASSWORD_FEWEST, PASSWORD_MOST, passwordProblem, Passwords } from './passwords/index.js';
export type { PasswordProblem } from './passwords/index.js';
export { People } from './people.js';
export { PERMISSIONS, ROLES } from './permissions.js';
export type { Permission, Role } from './permissions.js';
export { actingOf } from './person.js';
export type { Membership, Person } from './person.js';
export { ACCESS_TOKEN_SECONDS, actingAs, ApiClients, CurrentCaller, MOST_TOKENS } from './programs/index.js';
export {
  isScope,
  PersonalTokens,
  SCOPE,
  SCOPE_NAMES,
  Scoped,
  SCOPES,
  scopesWithin,
} from './programs/index.js';
export type { Caller, ListedClient, RequestOfCaller, Scope } from './programs/index.js';
export { Roles } from './roles.js';
export { sessionMiddleware } from './session.js';
export { placeOf } from './sessions/place.js';
export type { Pending, ProviderSession, SignedIn, SignInMethod } from './sessions/session-data.js';
export { Sessions } from './sessions/sessions.js';
export type { OpenSession } from './sessions/sessions.js';
export { SignIn } from './sign-in.js';
export { InterruptedForms } from './step-up/index.js';
