import { Global, Module } from '@nestjs/common';
import { Duties } from './duties.js';

@Global()
@Module({ providers: [Duties], exports: [Duties] })
export class DutiesModule {}
