import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AdoptedCode, Authority, StandingOrder } from './authority.entity.js';
import { Authorities } from './authorities.js';
import { Bodies } from './bodies.js';
import { Body } from './body.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Authority, AdoptedCode, StandingOrder, Body])],
  providers: [Authorities, Bodies],
  exports: [Authorities, Bodies],
})
export class AuthoritiesModule {}
