import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import passport from 'passport';
import type pg from 'pg';

const TWELVE_HOURS = 12 * 60 * 60 * 1_000;

/** Server-side sessions in PostgreSQL, so that any web process can serve anybody, and passport on top of them. */
export function sessionMiddleware(options: {
  readonly pool: pg.Pool;
  readonly secret: string;
  /** True where the site is reached over https. */
  readonly secure: boolean;
}): RequestHandler[] {
  const Store = connectPgSimple(session);
  return [
    session({
      name: 'probity',
      store: new Store({ pool: options.pool, tableName: 'session', pruneSessionInterval: 15 * 60 }),
      secret: options.secret,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { httpOnly: true, sameSite: 'lax', secure: options.secure, maxAge: TWELVE_HOURS },
    }),
    passport.initialize(),
    passport.session() as RequestHandler,
  ];
}
