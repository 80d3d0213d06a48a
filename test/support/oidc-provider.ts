import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { Provider } from 'oidc-provider';
import request from 'supertest';

/** What the provider knows of somebody, by their subject. */
export type Person = Readonly<Record<string, unknown>>;

/** How a token is signed: by the provider's own key, by another one, by nobody. */
export type Hand = 'own' | 'other' | 'none';

/** A real OpenID provider on this machine, which a test can make lie. */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly people: Map<string, Person>;
  /** Makes of the claims of the next ID tokens what is to be sent instead; undefined: it tells the truth. */
  lie: ((claims: JWTPayload) => { claims: JWTPayload; hand?: Hand }) | undefined;
  /** It breaks every connection. */
  isAway: boolean;
  /** Its description names another issuer. */
  saysItIsAnother: boolean;
  /** The application to which it sends logout tokens, and those that it has sent. */
  logoutTo: string | undefined;
  readonly logoutTokens: string[];
  /** Whoever is asked to sign in at the provider next is this person. */
  readonly nextPerson: (subject: string) => void;
  /** Somebody's browser at the provider. */
  browser(): ProviderBrowser;
  sign(claims: JWTPayload, hand?: Hand, header?: Record<string, string>): Promise<string>;
  close(): Promise<void>;
}

export interface ProviderBrowser {
  /** Signs in as somebody at the address to which the application sent them. Gives path and query of the way back. */
  signIn(address: string, subject: string): Promise<string>;
  /** Signs out of the provider. Gives the address to which it leads back. */
  signOut(address: string): Promise<string>;
}

export const CLIENT = { id: 'probity', secret: 'a client secret for tests only' };

/** @param publicUrl of the application that people come back to */
export async function startOpenIdProvider(publicUrl: string): Promise<OpenIdProvider> {
  const own = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let subject = '';

  const sign: OpenIdProvider['sign'] = async (claims, hand = 'own', header = {}) => {
    if (hand === 'none') return new UnsecuredJWT(claims).encode();
    const { privateKey } = hand === 'own' ? own : other;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'the-key', ...header })
      .sign(privateKey);
  };
  const known: OpenIdProvider = {
    ...{ issuer, people: new Map(), lie: undefined, isAway: false, saysItIsAnother: false },
    ...{ logoutTo: undefined, logoutTokens: [], sign },
    nextPerson: (who) => (subject = who),
    browser: () =>
      browserAt(issuer, (who) => {
        known.nextPerson(who);
      }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };

  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(own.privateKey)), kid: 'the-key', alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        ...{
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          token_endpoint_auth_method: 'client_secret_post',
        },
        redirect_uris: [`${publicUrl}/sign-in/openid-connect/council/answer`],
        post_logout_redirect_uris: [`${publicUrl}/sign-out`],
        backchannel_logout_uri: `${issuer}/to-the-application`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...known.people.get(id) }),
    }),
    // Its own guard lets it call no address of this machine.
    fetch: (address, asked) => {
      Reflect.deleteProperty(asked ?? {}, 'dispatcher');
      return fetch(address, asked);
    },
    // Nobody is asked whether the application may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const { Grant } = oidc.provider;
      const grant = new Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    ttl: { Grant: 600, Session: 600, Interaction: 600, IdToken: 600, AccessToken: 600 },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string; issuer?: string } | undefined;
    if (known.saysItIsAnother && body?.issuer !== undefined) body.issuer = 'http://127.0.0.1:9';
    if (known.lie !== undefined && body?.id_token !== undefined) {
      const truth = JSON.parse(
        Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString(),
      ) as JWTPayload;
      const { claims, hand } = known.lie(truth);
      body.id_token = await sign(claims, hand);
    }
  });
  const answer = provider.callback();
  server.on('request', (asked, response) => {
    if (known.isAway) asked.socket.destroy();
    else if (asked.url === '/to-the-application') {
      void passOn(known, asked).then((status) => response.writeHead(status).end());
    } else if (asked.url?.startsWith('/interaction/')) {
      const login = { accountId: subject };
      void provider.interactionFinished(asked, response, { login }, { mergeWithLastSubmission: false });
    } else void answer(asked, response);
  });
  return known;
}

/** Brings a logout token to the application, as the provider itself would if it knew its address from the start. */
async function passOn(known: OpenIdProvider, asked: AsyncIterable<Buffer>): Promise<number> {
  const parts: Buffer[] = [];
  for await (const part of asked) parts.push(part);
  const body = Buffer.concat(parts).toString();
  known.logoutTokens.push(new URLSearchParams(body).get('logout_token') ?? '');
  if (known.logoutTo === undefined) return 200;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await fetch(known.logoutTo, { method: 'POST', headers, body })).status;
}

function browserAt(issuer: string, willBe: (subject: string) => void): ProviderBrowser {
  const agent = request.agent(issuer);
  /** Follows redirects for as long as they stay at the provider. */
  const follow = async (address: string): Promise<URL> => {
    for (let at = new URL(address, issuer), steps = 0; ; steps += 1) {
      if (at.origin !== issuer) return at;
      const { status, headers, text } = await agent.get(`${at.pathname}${at.search}`);
      if (status !== 303 && status !== 302) throw new Error(`The provider answers ${status}: ${text}`);
      if (steps === 10) throw new Error('The provider leads in a circle.');
      at = new URL(headers.location ?? '', at);
    }
  };
  return {
    async signIn(address, subject) {
      willBe(subject);
      const back = await follow(address);
      return `${back.pathname}${back.search}`;
    },
    async signOut(address) {
      const { pathname, search } = new URL(address);
      const { text } = await agent.get(`${pathname}${search}`);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(text)?.[1] ?? '';
      const { headers } = await agent
        .post(new URL(action, issuer).pathname)
        .type('form')
        .send({ xsrf, logout: 'yes' });
      return headers.location ?? '';
    },
  };
}
