import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard.js';
import { Account, RoleHolding } from './account.entity.js';
import { Accounts } from './accounts.js';
import { FirstSignIns } from './first-sign-ins.js';
import { People } from './people.js';
import { Roles } from './roles.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignIn } from './sign-in.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Account, RoleHolding])],
  providers: [
    Accounts,
    FirstSignIns,
    People,
    Roles,
    SignIn,
    SignInLimits,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Accounts, FirstSignIns, People, Roles, SignIn],
})
export class IdentityModule {}
