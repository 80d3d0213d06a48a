import { describe, expect, it } from '@jest/globals';
import { readModernGovMeeting } from './moderngov-meeting.js';

const decoded = (html: string) => html.replaceAll('&#39;', "'").replaceAll('&amp;', '&');

describe('a title that was escaped more often than it is shown', () => {
  it.each([
    ['Chair&#39;s report', "Chair's report"],
    ['Chair&amp;#39;s report', "Chair's report"],
    ['Chair&amp;amp;#39;s report', "Chair's report"],
    ['Salt & Vane', 'Salt & Vane'],
  ])('%s', (agendaitemtitle, title) => {
    const agendaitem = { agendaitemtitle, fulldisplaynumberformat: '1.' };
    const reading = readModernGovMeeting({ meeting: { agendaitems: { agendaitem } } }, decoded);
    expect(reading.items.map((item) => item.title)).toEqual([title]);
  });
});
