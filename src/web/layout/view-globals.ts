import type { Response } from 'express';
import type { RequestOfPerson, Role } from '../../identity/index.js';
import { navigationFor, type NavigationItem } from './navigation.js';

/** Who is signed in, as the layout shows it. */
export interface ActingView {
  readonly personName: string;
  /** 'Fernhill District Council'; undefined for an administrator of the installation who acts for none. */
  readonly authorityName: string | undefined;
  readonly authoritySlug: string | undefined;
  /** The person serves in several authorities and may act for another one. */
  readonly mayChange: boolean;
  readonly roles: readonly Role[];
}

/** What every view can read, besides `cspNonce` of the security headers. */
export interface ViewGlobals {
  readonly acting: ActingView | undefined;
  readonly navigation: readonly NavigationItem[];
  readonly csrfToken: { toString(): string };
  /** True where mail goes to the built-in outbox, whose page is then in the navigation. */
  readonly developmentOutbox: boolean;
}

/**
 * Makes the globals of every view, for one answer. They are read when a page is drawn, and by then the guard has
 * recognised the person; the token is made when a form prints it, so that a visitor who only reads a public
 * register gets no session.
 */
export function setViewGlobals(response: Response, developmentOutbox: boolean): void {
  const request: RequestOfPerson = response.req;
  const globals: ViewGlobals = {
    get acting() {
      return actingView(request);
    },
    get navigation() {
      return navigationFor(request.person?.permissions, request.path, developmentOutbox);
    },
    csrfToken: { toString: () => request.csrfToken?.() ?? '' },
    developmentOutbox,
  };
  Object.defineProperties(response.locals, Object.getOwnPropertyDescriptors(globals));
}

function actingView({ person }: RequestOfPerson): ActingView | undefined {
  if (person === undefined) return undefined;
  return {
    personName: person.name,
    authorityName: person.acting?.authorityName,
    authoritySlug: person.acting?.slug,
    mayChange: person.memberships.length > 1,
    roles: person.acting?.roles ?? [],
  };
}
