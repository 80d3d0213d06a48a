import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportSeal } from './import-content.js';
import { RegisterImport } from './register-import.entity.js';
import { RegisterImports } from './register-imports.js';
import { TakingOver } from './taking-over.js';

@Module({
  imports: [TypeOrmModule.forFeature([RegisterImport])],
  providers: [ImportSeal, RegisterImports, TakingOver],
  exports: [RegisterImports, TakingOver],
})
export class ExchangeModule {}
