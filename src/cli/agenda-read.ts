import { readFile, stat } from 'node:fs/promises';
import { looksLikeText, readAgenda } from '../agenda/index.js';
import { CommandFailure } from './command-failure.js';
import { type Streams, write } from './streams.js';

const LARGEST_FILE = 10 * 1024 * 1024;

/** `probity agenda read FILE`: one JSON object with what was understood. */
export async function runAgendaRead(file: string, streams: Streams): Promise<number> {
  const reading = readAgenda(await textOf(file));
  await write(streams.stdout, `${JSON.stringify(reading, null, 2)}\n`);
  if (reading.items.length > 0) return 0;
  throw new CommandFailure(
    `${file}: no numbered items of business were found, so this is not read as an agenda.`,
  );
}

async function textOf(file: string): Promise<string> {
  const about = await stat(file).catch(() => undefined);
  if (about === undefined) throw new CommandFailure(`${file}: there is no such file.`);
  if (!about.isFile()) throw new CommandFailure(`${file}: this is not a file.`);
  if (about.size > LARGEST_FILE) {
    throw new CommandFailure(
      `${file}: the file is larger than 10 MB. Give the agenda without its appendices.`,
    );
  }
  const bytes = await readFile(file).catch(() => {
    throw new CommandFailure(`${file}: the file may not be read by this user.`);
  });
  if (!looksLikeText(bytes)) {
    throw new CommandFailure(
      `${file}: the file is not plain text in UTF-8. Save the agenda as plain text first.`,
    );
  }
  return new TextDecoder().decode(bytes);
}
