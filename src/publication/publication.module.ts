import { Module } from '@nestjs/common';
import { DisclosuresModule } from '../disclosures/index.js';
import { DutiesModule } from '../duties/index.js';
import { PublishedDeclarations } from './declarations.js';
import { HomeAddressRound } from './home-address-round.js';
import { PageStore } from './page-store.js';
import { Publication } from './publication.js';
import { RegisterVersions } from './register-versions.js';

@Module({
  imports: [DisclosuresModule, DutiesModule],
  providers: [...[HomeAddressRound, PageStore, Publication], ...[PublishedDeclarations, RegisterVersions]],
  exports: [HomeAddressRound, PageStore, Publication, PublishedDeclarations, RegisterVersions],
})
export class PublicationModule {}
