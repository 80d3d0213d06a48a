import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readAgendaDocument, type AgendaReading } from '../../src/agenda/index.js';
import { plainText, readXml } from '../../src/files/index.js';

const fixture = readFileSync('test/fixtures/agendas/moderngov-meeting.xml', 'utf8');

function readMeeting(xml: string): AgendaReading {
  const read = readXml(new TextEncoder().encode(xml));
  if ('refused' in read) throw new Error(`The XML was refused: ${read.refused}.`);
  return readAgendaDocument({ format: 'xml', root: read.root }, plainText);
}

describe('a meeting as ModernGov tells it', () => {
  const reading = readMeeting(fixture);

  it('says who meets, when and where, and its id', () => {
    expect(reading).toMatchObject({
      ...{ body: 'Cabinet', date: '2026-03-10', time: '18:30', externalId: '7003' },
      venue: 'Council Chamber, Civic Centre, Harrowby',
      status: 'Confirmed; Rescheduled from 3 March 2026',
    });
  });

  it('has the printed numbers, titles unescaped twice, restricted twins, and no headings', () => {
    expect(
      reading.items.map(({ number, title, restricted, externalId }) => [
        number,
        title,
        restricted,
        externalId,
      ]),
    ).toEqual([
      ['1', "Chair's Announcements", undefined, '1'],
      ['2', 'Leisure & Libraries', undefined, '3'],
      ['3a', 'BH2026/00723 - The Lantern, 51 - 52 Middle Street, Harrowby - Full Planning', undefined, '4'],
      ['4', 'Leisure & Libraries (Exempt Category 3)', true, '5'],
      ['5', 'Item that is not for publication', true, '6'],
    ]);
  });

  it('lists the members who are expected, and no officer', () => {
    expect(reading.membership).toEqual([
      { name: "Councillor A O'Fictional", role: 'chairman' },
      { name: 'Councillor B Invented', role: 'member' },
    ]);
  });

  it('gives the text of an item without its HTML, whether it was escaped or not', () => {
    expect(reading.items[1]?.text).toBe('The report of the Director, attached.');
    expect(reading.items[2]?.text).toBe('As printed, unescaped');
    expect(reading.items[0]?.text).toBeUndefined();
  });

  it('takes what ModernGov says of speaking as a suggestion', () => {
    expect(reading.items[1]?.facts?.publicMaySpeak).toMatchObject({ value: 'yes', source: 'reader' });
  });

  it('warns of a meeting that was moved, is cancelled or has no items', () => {
    expect(reading.warnings.join()).toContain('Rescheduled from 3 March 2026. Check its day and time.');
    expect(
      readMeeting(fixture.replace('Confirmed; Rescheduled', 'Cancelled; Rescheduled')).warnings.join(),
    ).toContain('is cancelled');
    expect(readMeeting('<meeting><meetingid>1</meetingid></meeting>').warnings.join()).toContain(
      'no items for this meeting',
    );
    expect(readMeeting('<committees><committee>x</committee></committees>').warnings.join()).toContain(
      'not the answer of ModernGov’s GetMeeting',
    );
  });

  it('where people live is dropped at the door', () => {
    const read = readXml(new TextEncoder().encode(fixture));
    expect(JSON.stringify(read)).toContain('Councillor B Invented');
    expect(JSON.stringify(read)).not.toMatch(/homeaddress|Tallow|HB1/i);
  });
});
