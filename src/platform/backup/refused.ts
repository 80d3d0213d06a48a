/** A backup that cannot be taken, read or restored; the message is a sentence for the operator. */
export class BackupRefused extends Error {}
