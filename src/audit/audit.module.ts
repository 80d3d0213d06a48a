import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEvent, AuditHead, AuditPayload } from './audit-event.entity.js';
import { Audit } from './audit.js';
import { AuditVerifier } from './verify.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEvent, AuditPayload, AuditHead])],
  providers: [Audit, AuditVerifier],
  exports: [Audit, AuditVerifier],
})
export class AuditModule {}
