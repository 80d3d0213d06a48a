import { NotFoundException } from '@nestjs/common';
import {
  registerAsCsv,
  registerAsJson,
  registerAsPdf,
  type DrawnPage,
  type PublicRegister,
} from '../../publication/index.js';

/**
 * A register, or one member's part of it, as a file.
 * @throws NotFoundException for a form in which we do not give it
 */
export async function drawFile(register: PublicRegister, ending: string): Promise<DrawnPage> {
  switch (ending) {
    case 'json':
      return { type: 'application/json; charset=utf-8', body: registerAsJson(register) };
    case 'csv':
      return { type: 'text/csv; charset=utf-8; header=present', body: registerAsCsv(register) };
    case 'pdf':
      return { type: 'application/pdf', body: await registerAsPdf(register) };
    default:
      throw new NotFoundException();
  }
}
