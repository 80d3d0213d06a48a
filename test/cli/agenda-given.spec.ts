import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type AgendaReading, readAgendaDocument } from '../../src/agenda/index.js';
import { extract } from '../../src/files/extract.js';
import { kindOfFile, plainText } from '../../src/files/index.js';
import { type ExpectedReading, scoreOf, type Score } from './agenda-scores.js';

async function readBytes(bytes: Uint8Array): Promise<AgendaReading> {
  const document = await extract(kindOfFile(bytes), bytes);
  if ('refused' in document) throw new Error(`The file was refused: ${document.refused}.`);
  return readAgendaDocument(document, plainText);
}

function expectedIn(folder: string): ExpectedReading[] {
  const lines = readFileSync(`${folder}/expected.jsonl`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as ExpectedReading);
}

async function scoresOf(folder: string, lines: readonly ExpectedReading[]): Promise<Score[]> {
  const scores: Score[] = [];
  for (const line of lines) {
    const score = scoreOf(line, await readBytes(readFileSync(`${folder}/${line.file}`)));
    scores.push(score);
    for (const fault of score.faults) process.stdout.write(`${line.file}: ${fault}\n`);
  }
  return scores;
}

const sum = (scores: readonly Score[], key: 'expected' | 'found' | 'read' | 'invented') =>
  scores.reduce((total, score) => total + score[key], 0);

function summary(
  name: string,
  scores: readonly Score[],
): { found: number; invented: number; wrongHead: string[] } {
  const found = sum(scores, 'found') / sum(scores, 'expected');
  const invented = sum(scores, 'invented') / sum(scores, 'read');
  const wrongHead = scores.flatMap((score) => score.wrongHead);
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  process.stdout.write(
    `${name}: ${sum(scores, 'found')} of ${sum(scores, 'expected')} items right (${percent(found)}), ` +
      `${sum(scores, 'invented')} of ${sum(scores, 'read')} invented (${percent(invented)}), ` +
      `${wrongHead.length} of date, time, body and place wrong in ${scores.length} documents\n`,
  );
  return { found, invented, wrongHead };
}

describe('the layouts that are ours', () => {
  it('are read with every item, date, time, body and place right, and nothing invented', async () => {
    const folder = 'test/fixtures/agendas/layouts';
    const scores = await scoresOf(folder, expectedIn(folder));
    expect(summary('Layouts of our own', scores)).toEqual({ found: 1, invented: 0, wrongHead: [] });
  });
});

const given = '../shared/data/agendas';
const isHere = existsSync(`${given}/expected.jsonl`);
(isHere ? describe : describe.skip)(
  `real agendas, as a careful person reads them${isHere ? '' : ' (skipped: ../shared is not here)'}`,
  () => {
    // Numbers that were torn from their texts are a hope, and not counted.
    const lines = isHere ? expectedIn(given).filter(({ layout }) => layout !== 'minutes_scrambled') : [];

    it('nine items in ten are right, few are invented, and days and times are right wherever they are printed', async () => {
      const { found, invented, wrongHead } = summary('Real agendas', await scoresOf(given, lines));
      expect(found).toBeGreaterThanOrEqual(0.9);
      expect(invented).toBeLessThanOrEqual(0.05);
      expect(wrongHead.filter((fault) => /^(?:date|time)/.test(fault))).toEqual([]);
    });

    it('the document of origin is read perfectly', async () => {
      const origin = lines.filter(({ file }) => file.startsWith('worcestershire'));
      const [score] = await scoresOf(given, origin);
      expect(score).toMatchObject({ expected: 5, found: 5, read: 5, invented: 0, wrongHead: [], faults: [] });
    });
  },
);
