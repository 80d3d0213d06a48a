import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { csrfRefusal } from './csrf.js';
import { isPostedByProgram } from './posted-by-programs.js';

/** A file as it was sent. The name is what the person's computer called it: to be shown, never to be used as a path. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** More than any page accepts, so that a page can say itself that a file is too large, beside its field. */
const MOST_BYTES = 48 * 1024 * 1024;

const parser = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MOST_BYTES, files: 1, fields: 100, fieldSize: 1024 * 1024, fieldNameSize: 100 },
}).any();

/**
 * Reads multipart forms before csrf-sync looks, so that no route can forget the check. A request whose session
 * was never given a token cannot carry the right one and is refused unread; so is one without a session, which reading
 * the public register has not. What a mail program sends as multipart (RFC 8058) is not worth reading: its address says
 * all.
 */
export const multipartForms: RequestHandler = (request, response, next) => {
  if (!request.is('multipart/form-data') || isPostedByProgram(request)) {
    next();
  } else if ((request.session as Request['session'] | undefined)?.csrfToken === undefined) {
    next(csrfRefusal);
  } else {
    void parser(request, response, next);
  }
};

/** The file that a form sent in this field; undefined when none was chosen. */
export function uploadedFile(request: Request, field: string): UploadedFile | undefined {
  const files = Array.isArray(request.files) ? request.files : [];
  const file = files.find((each) => each.fieldname === field);
  if (file === undefined || (file.originalname === '' && file.size === 0)) return undefined;
  // Browsers send names as UTF-8; multer hands them on as Latin-1.
  return { name: Buffer.from(file.originalname, 'latin1').toString('utf8'), content: file.buffer };
}
