import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdoptedCode, Authority, StandingOrder } from './authority.entity.js';
import { Authorities } from './authorities.js';
import { Bodies } from './bodies.js';
import { Body } from './body.entity.js';
import {
  GiftThresholdSet,
  InstallationSetting,
  ParishPublication,
  RegisterSetting,
} from './register-setting.entity.js';
import { RegisterSettings } from './register-settings.js';
import { Rulebooks } from './rulebooks.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([
      Authority,
      AdoptedCode,
      StandingOrder,
      Body,
      GiftThresholdSet,
      InstallationSetting,
      ParishPublication,
      RegisterSetting,
    ]),
  ],
  providers: [Authorities, Bodies, RegisterSettings, Rulebooks],
  exports: [Authorities, Bodies, RegisterSettings, Rulebooks],
})
export class AuthoritiesModule {}
