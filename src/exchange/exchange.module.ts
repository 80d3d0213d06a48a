import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Fetcher, PUBLIC_INTERNET } from '../platform/fetching/index.js';
import { ImportSeal } from './import-content.js';
import { DirectoryImport, DirectoryImports, ModernGovService } from './moderngov-directory/index.js';
import { RegisterImport } from './register-import.entity.js';
import { RegisterImports } from './register-imports.js';
import { TakingOver } from './taking-over.js';

@Module({
  imports: [TypeOrmModule.forFeature([DirectoryImport, RegisterImport])],
  providers: [
    DirectoryImports,
    ImportSeal,
    { provide: ModernGovService, useValue: new ModernGovService(new Fetcher(PUBLIC_INTERNET)) },
    RegisterImports,
    TakingOver,
  ],
  exports: [DirectoryImports, ModernGovService, RegisterImports, TakingOver],
})
export class ExchangeModule {}
