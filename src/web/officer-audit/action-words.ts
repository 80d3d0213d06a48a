/**
 * What an audit event says happened, in plain English. An action that is not here is shown by its own name, so that a
 * new one is never hidden.
 */
const ACTIONS: Readonly<Record<string, string>> = {
  'account.created': 'Gave somebody an account',
  'account.disabled': 'Disabled an account',
  'account.enabled': 'Enabled an account again',
  'account.signed-in': 'Signed in',
  'account.signed-out': 'Signed out',
  'agenda.discarded': 'Threw away an agenda that had been read',
  'agenda.received': 'Gave in an agenda to be read',
  'agenda.revised': 'Saved a revised agenda',
  'authority.chosen': 'Chose the council to act for',
  'authority.created': 'Set up the council',
  'body.added': 'Added a body',
  'briefing.opened': 'Opened a briefing',
  'briefing.read': 'Read what a member was briefed',
  'briefing.sent': 'Sent a briefing',
  'code.adopted': 'Recorded the adoption of a code of conduct',
  'group.joined': 'Recorded a political group',
  'item.facts-confirmed': 'Answered what an agenda item is about',
  'meeting.cancelled': 'Cancelled a meeting',
  'meeting.saved': 'Saved a meeting with its agenda',
  'member.added': 'Added a member',
  'message.failed': 'Could not send a message',
  'message.fixed': 'Wrote a message',
  'message.read': 'Read a message to a member',
  'message.sent': 'Sent a message',
  'notification.entered': 'Entered a notification in the register',
  'notification.received': 'Notified interests',
  'office.left': 'Recorded that a member left office',
  'office.taken': 'Recorded that a member took office',
  'relevance.answered': 'Said whether an agenda item is about an interest',
  'reminders.planned': 'Planned reminders',
  'role.ended': 'Recorded the last day of a role',
  'role.granted': 'Gave somebody a role',
  'seat.added': 'Added a seat to a body',
  'seat.emptied': 'Recorded the last day of a member on a seat',
  'seat.filled': 'Seated a member on a body',
  'sensitivity.agreed': 'Agreed that an interest is sensitive',
  'sign-in.failed': 'Tried to sign in with a wrong address or password',
  'standing-order.adopted': 'Recorded a standing order',
};

export function actionInWords(action: string): string {
  return ACTIONS[action] ?? action;
}

const PARTS_OF_THE_SYSTEM: Readonly<Record<string, string>> = {
  reminders: 'Probity, sending reminders',
  demonstration: 'Probity, loading the demonstration',
  'set-up': 'The first-time set-up',
};

/** 'Probity, sending reminders': a part of the system that acted by itself. */
export function systemInWords(name: string): string {
  return PARTS_OF_THE_SYSTEM[name] ?? `Probity (${name})`;
}
