import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type AgendaReading, readAgendaDocument } from '../../src/agenda/index.js';
import { extract } from '../../src/files/extract.js';
import { kindOfFile, plainText } from '../../src/files/index.js';
import { pdfInColumns, pdfOfLines, wordOfLines, wordWithNumbers } from './agenda-made.js';
import { fold } from './agenda-scores.js';

async function readBytes(bytes: Uint8Array): Promise<AgendaReading> {
  const document = await extract(kindOfFile(bytes), bytes);
  if ('refused' in document) throw new Error(`The file was refused: ${document.refused}.`);
  return readAgendaDocument(document, plainText);
}

/** What must be the same in every format. */
const outline = ({ date, time, items }: AgendaReading) => ({
  date,
  time,
  items: items.map(({ number, title }) => `${number ?? '-'} ${fold(title)}`),
});

const folders = ['test/fixtures/agendas/layouts', '../shared/data/agendas'];
const texts = folders.flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt') && !/_html|northwold/.test(name))
        .map((name) => `${folder}/${name}`)
    : [],
);

describe.each(texts)('%s', (path) => {
  const text = readFileSync(path, 'utf8');
  // Half of a title in bold is no layout of a page, so titles that the text itself breaks are not put into columns.
  const isBroken = path.includes('wrapped');
  it.each([
    ['a PDF with a paragraph for each line', pdfOfLines],
    ...(isBroken ? [] : [['a PDF with columns', pdfInColumns] as const]),
    ['a Word document with a paragraph for each line', wordOfLines],
    ['a Word document with its own numbers', wordWithNumbers],
  ])('reads the same from %s', async (_name, make) => {
    expect(outline(await readBytes(await make(text)))).toEqual(outline(await readBytes(Buffer.from(text))));
  });
});
