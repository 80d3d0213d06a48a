import { Module } from '@nestjs/common';
import { DutiesModule } from '../duties/index.js';
import { HomeAddressRound } from './home-address-round.js';
import { PageStore } from './page-store.js';
import { Publication } from './publication.js';
import { RegisterVersions } from './register-versions.js';

@Module({
  imports: [DutiesModule],
  providers: [HomeAddressRound, PageStore, Publication, RegisterVersions],
  exports: [HomeAddressRound, PageStore, Publication, RegisterVersions],
})
export class PublicationModule {}
