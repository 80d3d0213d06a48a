import { expect, test } from '@jest/globals';
import { readXml } from '../../files/index.js';
import { declarationCountsIn } from './declaration-counts.js';

function counted(...items: string[]): ReturnType<typeof declarationCountsIn> {
  const xml = `<meeting><meetingid>7003</meetingid><agendaitems>${items.join('')}</agendaitems></meeting>`;
  const read = readXml(new TextEncoder().encode(xml));
  if ('refused' in read) throw new Error(read.refused);
  return declarationCountsIn(read.root);
}
const item = (id: string, count: string): string =>
  `<agendaitem><agendaitemid>${id}</agendaitemid>${count}</agendaitem>`;

test('what each item counts is read, also with a space before it', () => {
  expect(
    counted(
      item('88001', '<declarationcount>0</declarationcount>'),
      item('88002', '<declarationcount> 3</declarationcount>'),
    ),
  ).toEqual({
    meetingExternalId: '7003',
    items: [
      { itemExternalId: '88001', declared: 0 },
      { itemExternalId: '88002', declared: 3 },
    ],
  });
});

test('what is no count, or of no item, is left out', () => {
  expect(
    counted(
      item('88001', ''),
      item('88002', '<declarationcount>many</declarationcount>'),
      item('', '<declarationcount>1</declarationcount>'),
      item('88003', '<declarationcount>99999</declarationcount>'),
    )?.items,
  ).toEqual([]);
});

test('another answer than that of GetMeeting counts nothing', () => {
  expect(declarationCountsIn({ committees: {} })).toBeUndefined();
  expect(declarationCountsIn({ meeting: { meetingdate: '01/12/2026' } })).toBeUndefined();
});
