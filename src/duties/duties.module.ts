import { Global, Module } from '@nestjs/common';
import { Duties } from './duties.js';
import { Rulebooks } from './rulebooks.js';

@Global()
@Module({ providers: [Duties, Rulebooks], exports: [Duties, Rulebooks] })
export class DutiesModule {}
