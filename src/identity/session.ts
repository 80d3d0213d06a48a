import type { RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import type pg from 'pg';
import type { Clock } from '../platform/clock/index.js';
import { SessionStore } from './sessions/session-store.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a session lasts, in machine time. */
export interface SessionLimits {
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  /** Hours from signing in after which it ends, however busy. */
  readonly hours: number;
}

/** Server-side sessions in PostgreSQL, so that any web process can serve anybody, and passport on top of them. */
export function sessionMiddleware(options: {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** True where the site is reached over https. */
  readonly secure: boolean;
  readonly limits: SessionLimits;
  readonly clock: Clock;
}): RequestHandler[] {
  const { idleMinutes } = options.limits;
  return [
    session({
      // A browser takes a cookie of this name over https from this host alone: no neighbouring host can plant one.
      name: options.secure ? '__Host-probity' : 'probity',
      store: new SessionStore(options.pool),
      secret: options.secret,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      // A proxy in front ends TLS: whether a cookie may be sent is what it says, and nothing else is taken from it here.
      proxy: options.secure,
      cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure, maxAge: idleMinutes * MINUTE },
    }),
    endAtLimit(options.limits, options.clock),
    passport.initialize(),
    passport.session() as RequestHandler,
  ];
}

/**
 * Ends a session that was begun too long ago, and lets none reach beyond its end by being used. The store ends those
 * that lay idle: it does not give them out.
 */
function endAtLimit({ idleMinutes, hours }: SessionLimits, clock: Clock): RequestHandler {
  return (request, _response, next) => {
    const { signedIn, passport: kept } = request.session;
    if (signedIn === undefined) {
      // Somebody of whom nobody knows since when is nobody.
      if (kept?.user === undefined) next();
      else request.session.regenerate(next);
      return;
    }
    const left = signedIn.at + hours * HOUR - clock.machineNow().getTime();
    if (left <= 0) {
      request.session.regenerate(next);
    } else {
      request.session.cookie.maxAge = Math.min(left, idleMinutes * MINUTE);
      next();
    }
  };
}
