import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../law/index.js';
import { Fetcher, PUBLIC_INTERNET } from '../../platform/fetching/index.js';
import { hostIn, ModernGovService } from './moderngov-service.js';
import { readDirectory } from './read-directory.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../test/fixtures/moderngov/${name}`, import.meta.url), 'utf8');
const TODAY = civilDate('2026-11-26');

describe('the web service of a council', () => {
  it('is asked four questions at built addresses, and its answer is read', async () => {
    const asked: string[] = [];
    const certificate = fixture('server-certificate.pem');
    const server = createServer(
      { key: fixture('server-key.pem'), cert: certificate },
      (request, response) => {
        asked.push(request.url ?? '');
        const method = /asmx\/(\w+)/.exec(request.url ?? '')?.[1] ?? '';
        response.writeHead(200, { 'Content-Type': 'text/xml' }).end(fixture(`${method}.xml`));
      },
    );
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const service = new ModernGovService(
      new Fetcher({
        ...PUBLIC_INTERNET,
        ...{ port, ca: certificate, allows: (address) => address === '127.0.0.1' },
        resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
      }),
    );
    const typed = 'moderngov.example/mgov/mgMemberIndex.aspx?bcr=1#top';
    const kinds: string[] = [];
    for (const call of [
      { method: 'GetCommittees' },
      { method: 'GetMeetings', from: TODAY },
      { method: 'GetCouncillorsByWard' },
      { method: 'GetMeeting', meetingId: '7003' },
    ] as const) {
      const fetched = await service.ask(typed, call);
      if ('refused' in fetched) throw new Error(fetched.refused);
      const answer = await readDirectory(fetched.bytes);
      kinds.push('reading' in answer ? answer.reading.kind : Object.keys(answer).join());
    }
    await new Promise((closed) => server.close(closed));
    expect(kinds).toEqual(['bodies', 'meetings', 'members', 'agenda']);
    expect(asked).toEqual([
      '/mgov/mgWebService.asmx/GetCommittees',
      '/mgov/mgWebService.asmx/GetMeetings?lCommitteeId=0&sFromDate=26%2F11%2F2026&sToDate=25%2F05%2F2027',
      '/mgov/mgWebService.asmx/GetCouncillorsByWard',
      '/mgov/mgWebService.asmx/GetMeeting?lMeetingId=7003',
    ]);
  });

  it.each([
    ['http://council.example', 'not-https'],
    ['localhost', 'inside-the-network'],
    ['127.0.0.1/mgWebService.asmx', 'inside-the-network'],
    ['https://169.254.169.254/', 'inside-the-network'],
    ['https://council.example:8443/', 'other-port'],
    ['https://a:b@council.example/', 'has-credentials'],
    ['file:///etc/passwd', 'no-address'],
    ['', 'no-address'],
    ['a council', 'no-address'],
  ])('is not asked at %j', async (typed, refused) => {
    expect(
      await new ModernGovService(new Fetcher(PUBLIC_INTERNET)).ask(typed, { method: 'GetCommittees' }),
    ).toEqual({ refused });
  });
});

it('says where something came from by the host alone', () => {
  expect(hostIn('https://me:secret@democracy.tarrow.example/mgov?x=1')).toBe('democracy.tarrow.example');
  expect(hostIn('democracy.tarrow.example/mgov')).toBe('democracy.tarrow.example');
  expect(hostIn('no address')).toBe('');
});
