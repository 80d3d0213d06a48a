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
  'address.show-asked': 'Asked for a home address to be shown to the public',
  'address.withhold-asked': 'Asked for a home address to be withheld from the public',
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
  'gift-threshold.set': 'Set the figure from which gifts are registered',
  'group.joined': 'Recorded a political group',
  'item.facts-confirmed': 'Answered what an agenda item is about',
  'keys.rotated': 'Sealed everything again with a new key',
  'meeting.cancelled': 'Cancelled a meeting',
  'meeting.saved': 'Saved a meeting with its agenda',
  'member.added': 'Added a member',
  'message.failed': 'Could not send a message',
  'message.fixed': 'Wrote a message',
  'message.read': 'Read a message to a member',
  'message.sent': 'Sent a message',
  'named-officer.ended': 'Ended an officer’s access to sensitive details',
  'named-officer.named': 'Named an officer who may read sensitive details',
  'notification.entered': 'Entered a notification in the register',
  'notification.queried': 'Asked a member about a notification',
  'notification.query-answered': 'Answered a question about a notification',
  'notification.received': 'Notified interests',
  'notification.scan-attached': 'Attached the scan of a paper form',
  'office.left': 'Recorded that a member left office',
  'office.taken': 'Recorded that a member took office',
  'officer.stepped-aside': 'Left a member’s register to another officer',
  'parish-publication.seen': 'Recorded that a parish website carries the register',
  'register-import.discarded': 'Threw away a register that had been read',
  'register-import.read': 'Read a register from elsewhere',
  'register-import.taken-over': 'Took over a register from elsewhere',
  'register-setting.changed': 'Changed how the register is kept and published',
  'register.confirmed': 'Confirmed that the register is right',
  'relevance.answered': 'Said whether an agenda item is about an interest',
  'reminders.planned': 'Planned reminders',
  'residential-addresses.commencement-set': 'Set the day from which the law withholds home addresses',
  'role.ended': 'Recorded the last day of a role',
  'role.granted': 'Gave somebody a role',
  'seat.added': 'Added a seat to a body',
  'seat.emptied': 'Recorded the last day of a member on a seat',
  'seat.filled': 'Seated a member on a body',
  'sensitivity.agreed': 'Agreed that an interest is sensitive',
  'sensitivity.ended': 'Ended the withholding of an interest',
  'sensitivity.not-agreed': 'Did not agree that an interest is sensitive',
  'sensitivity.read': 'Read the details of a sensitive interest',
  'sensitivity.requested': 'Asked for an interest to be treated as sensitive',
  'sensitivity.reviewed': 'Looked again at a sensitive interest',
  'sensitivity.withdrawn': 'Took back a request to treat an interest as sensitive',
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
