import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Limits } from '../platform/limiting/index.js';
import { AccessGuard } from './access.guard.js';
import { Account, RoleHolding } from './account.entity.js';
import { Accounts } from './accounts.js';
import {
  CodeApp,
  CodeApps,
  Factors,
  Passkey,
  PasskeyChallenges,
  Passkeys,
  RecoveryCodes,
} from './factors/index.js';
import { FirstSignIns } from './first-sign-ins.js';
import { SignInLink } from './links/index.js';
import { AccountNotice } from './notices/index.js';
import {
  AccountsOfProvider,
  OidcExchange,
  oidcServices,
  ProviderAccount,
  ProviderLogout,
  Providers,
  SignInByOidc,
} from './oidc/index.js';
import { Passwords } from './passwords/index.js';
import { People } from './people.js';
import { ApiClient, ApiClients, ApiToken, Callers, PersonalTokens, ProgramGuard } from './programs/index.js';
import { Roles } from './roles.js';
import { KnownDevices } from './sessions/known-devices.js';
import { Sessions } from './sessions/sessions.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignIn } from './sign-in.js';
import { InterruptedForm, InterruptedForms, StepUps } from './step-up/index.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Account,
      AccountNotice,
      ApiClient,
      ApiToken,
      RoleHolding,
      CodeApp,
      InterruptedForm,
      Passkey,
      ProviderAccount,
      SignInLink,
    ]),
  ],
  providers: [
    Accounts,
    ApiClients,
    Callers,
    PersonalTokens,
    ProgramGuard,
    CodeApps,
    Factors,
    FirstSignIns,
    InterruptedForms,
    KnownDevices,
    Limits,
    People,
    Roles,
    Sessions,
    SignIn,
    SignInLimits,
    PasskeyChallenges,
    Passkeys,
    Passwords,
    RecoveryCodes,
    StepUps,
    ...oidcServices,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    Accounts,
    AccountsOfProvider,
    ApiClients,
    PersonalTokens,
    CodeApps,
    Factors,
    FirstSignIns,
    InterruptedForms,
    Limits,
    OidcExchange,
    Passkeys,
    Passwords,
    People,
    ProviderLogout,
    Providers,
    RecoveryCodes,
    Roles,
    Sessions,
    SignIn,
    SignInByOidc,
    StepUps,
  ],
})
export class IdentityModule {}
