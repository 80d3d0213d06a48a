import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { strToU8, zipSync } from 'fflate';
import { Audit } from '../../audit/index.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import { copyAsHtml } from './as-html.js';
import type { SubjectCopy } from './copy.js';
import { SubjectGathering } from './gathering.js';

/** One person's copy, to be sent to them and kept nowhere here. */
export interface MadeCopy {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** A person's right to a copy of what is held about them (UK GDPR Article 15), and in a form for programs (Article 20). */
@Injectable()
export class SubjectAccess {
  constructor(
    private readonly audit: Audit,
    private readonly gathering: SubjectGathering,
  ) {}

  /**
   * Everything that the acting authority holds about one member, as one ZIP; undefined where it has no such member. That it
   * was made, by whom and with which hash, is on the record.
   */
  async make(
    uow: UnitOfWork,
    memberId: string,
    madeBy: SubjectCopy['madeBy'],
  ): Promise<MadeCopy | undefined> {
    const copy = await this.gathering.of(uow, memberId, madeBy);
    if (copy === undefined) return undefined;
    const bytes = zipOf(copy);
    this.audit.record(uow, {
      action: 'subject-copy.made',
      subject: { type: 'member', id: memberId },
      payload: {
        ...{ memberId, madeBy, bytes: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
    return { bytes, fileName: `held-in-probity-${copy.madeAt.toISOString().slice(0, 10)}.zip` };
  }
}

function zipOf(copy: SubjectCopy): Buffer {
  const { name, authorityName, madeAt, madeBy, sections, files } = copy;
  const parts = sections.flatMap((section) => section.parts);
  const json = {
    ...{ about: name, authority: authorityName, madeAt: madeAt.toISOString(), madeBy },
    held: Object.fromEntries(parts.map((part) => [part.name, part.rows])),
    forTheMemberAlone: Object.fromEntries(
      parts.filter((part) => part.keptForOwner > 0).map((part) => [part.name, part.keptForOwner]),
    ),
  };
  const contents = {
    'copy.html': strToU8(copyAsHtml(copy)),
    'copy.json': strToU8(`${JSON.stringify(json, null, 2)}\n`),
    ...Object.fromEntries(files.map((file) => [file.name, new Uint8Array(file.bytes)])),
  };
  return Buffer.from(zipSync(contents, { level: 6, mtime: madeAt }));
}
