/** Where somebody sits who records decisions: a member at their own, a clerk at everybody’s. */
export interface Desk {
  readonly basePath: '/my/decisions' | '/meetings/decisions';
  /** The member who records their own; undefined for a clerk. */
  readonly ownMemberId: string | undefined;
}
