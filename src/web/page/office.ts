import type { SeatRole, Standing, VotesOn } from '../../members/index.js';

const STANDINGS: Record<Standing, string> = {
  elected: 'Elected',
  appointed: 'Appointed',
  'co-opted': 'Co-opted',
};
const VOTES: Record<VotesOn, string> = { any: '', education: ', votes on education', none: ', no vote' };

/** 'Elected', 'Co-opted, votes on education'. */
export function officeInWords(office: { readonly standing: Standing; readonly votesOn: VotesOn }): string {
  return `${STANDINGS[office.standing]}${VOTES[office.votesOn]}`;
}

const SEATS: Record<SeatRole, string> = {
  chairman: 'Chairman',
  'vice-chairman': 'Vice-chairman',
  member: 'Member',
  'church-representative': 'Church representative',
  'parent-governor-representative': 'Parent governor representative',
  'co-opted': 'Co-opted member',
};

/** 'Parent governor representative'. */
export function seatRoleInWords(role: SeatRole): string {
  return SEATS[role];
}
