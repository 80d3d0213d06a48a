import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditAnchor, AuditAnchorMail } from './anchor.entity.js';
import { Anchors } from './anchors.js';
import { AuditEvent, AuditHead, AuditPayload } from './audit-event.entity.js';
import { Audit } from './audit.js';
import { AuditExport } from './export.js';
import { AuditTrail } from './trail.js';
import { AuditVerifier } from './verify.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([AuditEvent, AuditPayload, AuditHead, AuditAnchor, AuditAnchorMail])],
  providers: [Anchors, Audit, AuditExport, AuditTrail, AuditVerifier],
  exports: [Anchors, Audit, AuditExport, AuditTrail, AuditVerifier],
})
export class AuditModule {}
