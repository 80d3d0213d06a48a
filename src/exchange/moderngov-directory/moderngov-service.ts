import { addDays, type CivilDate } from '../../law/index.js';
import type { Fetched, Fetcher } from '../../platform/fetching/index.js';

/** What is asked of a council's ModernGov. These four questions are the only ones. */
export type ServiceCall =
  | { readonly method: 'GetCommittees' | 'GetCouncillorsByWard' }
  | { readonly method: 'GetMeetings'; readonly from: CivilDate }
  | { readonly method: 'GetMeeting'; readonly meetingId: string };

/** So many days of meetings are asked for. */
const DAYS_AHEAD = 180;

/** A council's ModernGov: the public web service that it has at its own address. */
export class ModernGovService {
  constructor(private readonly fetcher: Fetcher) {}

  /** @param typed the address of the council's ModernGov as a person typed it */
  async ask(typed: string, call: ServiceCall): Promise<Fetched> {
    return this.fetcher.fetchXml(callAddress(typed, call));
  }
}

/** The host of an address, to say where something came from; '' where it is none. */
export function hostIn(typed: string): string {
  const address = withScheme(typed);
  return URL.canParse(address) ? new URL(address).hostname : '';
}

/**
 * The address of one call. A person may give the address of any page of their ModernGov: its last part, what is asked there
 * and the place within the page are not used. What cannot be an address stays as it is and is refused when it is fetched.
 */
export function callAddress(typed: string, call: ServiceCall): string {
  const address = withScheme(typed);
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  url.search = new URLSearchParams(parametersOf(call)).toString();
  const base = url.pathname.replace(/\/(?:mg|ie|uu)\w*\.as[pm]x.*$/i, '').replace(/\/+$/, '');
  url.pathname = `${base}/mgWebService.asmx/${call.method}`;
  return url.href;
}

const withScheme = (typed: string): string =>
  /^[a-z][a-z\d+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;

function parametersOf(call: ServiceCall): Record<string, string> {
  switch (call.method) {
    case 'GetMeetings':
      // Some services do not heed the days; what is past is left out when it is read.
      return {
        lCommitteeId: '0',
        sFromDate: slashed(call.from),
        sToDate: slashed(addDays(call.from, DAYS_AHEAD)),
      };
    case 'GetMeeting':
      return { lMeetingId: call.meetingId };
    case 'GetCommittees':
    case 'GetCouncillorsByWard':
      return {};
  }
}

const slashed = (day: CivilDate): string => day.split('-').reverse().join('/');
