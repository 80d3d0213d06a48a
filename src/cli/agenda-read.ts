import { readFile as readBytes, stat } from 'node:fs/promises';
import { readAgendaDocument, type AgendaDocument } from '../agenda/index.js';
import { LIMITS, plainText, readFile, refusalInWords } from '../files/index.js';
import { CommandFailure } from './command-failure.js';
import { type Streams, write } from './streams.js';

/** `probity agenda read FILE`: one JSON object with what was understood. */
export async function runAgendaRead(file: string, streams: Streams): Promise<number> {
  const reading = readAgendaDocument(await documentIn(file), plainText);
  await write(streams.stdout, `${JSON.stringify(reading, null, 2)}\n`);
  if (reading.items.length > 0) return 0;
  throw new CommandFailure(`${file}: no items of business were found, so this is not read as an agenda.`);
}

async function documentIn(file: string): Promise<AgendaDocument> {
  const about = await stat(file).catch(() => undefined);
  if (about === undefined) throw new CommandFailure(`${file}: there is no such file.`);
  if (!about.isFile()) throw new CommandFailure(`${file}: this is not a file.`);
  if (about.size > LIMITS.packedBytes) throw new CommandFailure(`${file}: ${refusalInWords('too-large')}.`);
  const bytes = await readBytes(file).catch(() => {
    throw new CommandFailure(`${file}: the file may not be read by this user.`);
  });
  const document = await readFile(bytes);
  if ('refused' in document) throw new CommandFailure(`${file}: ${refusalInWords(document.refused)}.`);
  return document;
}
