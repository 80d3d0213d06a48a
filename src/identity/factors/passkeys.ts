import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Request } from 'express';
import { Audit } from '../../audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type Config } from '../../platform/config/index.js';
import { Database, INSTALLATION, type UnitOfWork } from '../../platform/database/index.js';
import { Account } from '../account.entity.js';
import { oweNotice } from '../notices/index.js';
import { Passkey } from './factor.entity.js';
import { PasskeyChallenges, type PasskeyPurpose } from './passkey-challenges.js';

/** Nobody has more keys than that; a list without an end is a place to fill. */
const MOST_PASSKEYS = 20;

/** Passkeys (WebAuthn): the browser signs a challenge with a key that never leaves the device, and for this site alone. */
@Injectable()
export class Passkeys {
  readonly #site: { readonly origin: string; readonly host: string };

  constructor(
    private readonly audit: Audit,
    private readonly challenges: PasskeyChallenges,
    private readonly clock: Clock,
    private readonly database: Database,
    @Inject(CONFIG) { publicUrl }: Config,
  ) {
    const { origin, hostname } = new URL(publicUrl);
    this.#site = { origin, host: hostname };
  }

  /** Browsers make passkeys for names alone, and only by https; a name of this machine is trusted without. */
  get possible(): boolean {
    const { origin, host } = this.#site;
    return isIP(host.replace(/^\[|\]$/g, '')) === 0 && (origin.startsWith('https:') || host === 'localhost');
  }

  async of(accountId: string): Promise<Passkey[]> {
    return this.database.acrossAuthorities((manager) =>
      manager.find(Passkey, { where: { accountId }, order: { addedAt: 'ASC', id: 'ASC' } }),
    );
  }

  /** What the browser needs to make a passkey for this person. */
  async toAdd(
    request: Request,
    { accountId, email, name }: { accountId: string; email: string; name: string },
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await library();
    const options = await generateRegistrationOptions({
      rpName: 'Probity',
      rpID: this.#site.host,
      userName: email,
      userDisplayName: name,
      // Tells whoever holds the key nothing.
      userID: new Uint8Array(Buffer.from(accountId.replaceAll('-', ''), 'hex')),
      excludeCredentials: (await this.of(accountId)).map(({ credentialId: id }) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    });
    await this.challenges.give(request, options.challenge, 'add');
    return options;
  }

  async add(
    request: Request,
    accountId: string,
    { response, name }: { response: string; name: string },
  ): Promise<{ id: string } | { refused: 'not-good' | 'known-already' | 'too-many' }> {
    const challenge = await this.challenges.take(request, 'add');
    const info = challenge && (await this.#madeHere(response, challenge));
    if (!info) return { refused: 'not-good' };
    const { id: credentialId, publicKey, counter, transports = [] } = info;
    const id = randomUUID();
    return this.#inUnit(accountId, async (uow) => {
      // One after the other for an account, so that the count is right.
      await uow.manager.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
      if ((await uow.manager.countBy(Passkey, { accountId })) >= MOST_PASSKEYS)
        return { refused: 'too-many' };
      const inserted = await uow.manager
        .createQueryBuilder()
        .insert()
        .into(Passkey)
        .values({
          ...{ id, accountId, credentialId, name, transports: [...transports], lastUsedAt: null },
          publicKey: Buffer.from(publicKey),
          counter: String(counter),
          addedAt: this.clock.machineNow(),
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return { refused: 'known-already' };
      this.audit.record(uow, {
        action: 'account.passkey-added',
        subject: { type: 'account', id: accountId },
      });
      await oweNotice(uow, accountId, 'passkey-added');
      return { id };
    });
  }

  /** What the browser needs to sign in: with a passkey of this account, or with any that it has for this site. */
  async toShow(
    request: Request,
    purpose: Exclude<PasskeyPurpose, 'add'>,
    accountId: string | undefined,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await library();
    const known = accountId === undefined ? [] : await this.of(accountId);
    const options = await generateAuthenticationOptions({
      rpID: this.#site.host,
      allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports })),
      userVerification: verification(purpose),
    });
    await this.challenges.give(request, options.challenge, purpose);
    return options;
  }

  /**
   * The account of a passkey that signed what this browser was asked to let sign, for this site.
   * @param accountId whose it must be, where somebody is known already
   */
  async shown(
    request: Request,
    purpose: Exclude<PasskeyPurpose, 'add'>,
    { response, accountId }: { response: string; accountId?: string },
  ): Promise<{ accountId: string } | { refused: 'not-good' }> {
    const challenge = await this.challenges.take(request, purpose);
    const sent = parsed(response) as AuthenticationResponseJSON | undefined;
    if (challenge === undefined || typeof sent?.id !== 'string') return { refused: 'not-good' };
    const actor = { kind: 'system', name: 'sign-in' } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, async ({ manager }) => {
      const passkey = await manager.findOne(Passkey, {
        where: { credentialId: sent.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (passkey === null || (accountId !== undefined && passkey.accountId !== accountId)) {
        return { refused: 'not-good' };
      }
      const counter = await this.#signedBy(passkey, sent, challenge, purpose);
      if (counter === undefined) return { refused: 'not-good' };
      const lastUsedAt = this.clock.machineNow();
      await manager.update(Passkey, { id: passkey.id }, { counter: String(counter), lastUsedAt });
      return { accountId: passkey.accountId };
    });
  }

  async remove(accountId: string, id: string): Promise<{ id: string } | { refused: 'none' }> {
    return this.#inUnit(accountId, async (uow) => {
      const { affected } = await uow.manager.delete(Passkey, { accountId, id });
      if (affected !== 1) return { refused: 'none' };
      const subject = { type: 'account', id: accountId };
      this.audit.record(uow, { action: 'account.passkey-removed', subject });
      await oweNotice(uow, accountId, 'passkey-removed');
      return { id };
    });
  }

  async #madeHere(response: string, expectedChallenge: string): Promise<Credential | undefined> {
    const sent = parsed(response) as RegistrationResponseJSON | undefined;
    if (sent === undefined) return undefined;
    const { verifyRegistrationResponse } = await library();
    const { origin: expectedOrigin, host: expectedRPID } = this.#site;
    // It throws at whatever it does not like, also at what is no answer of a browser.
    const result = await verifyRegistrationResponse({
      ...{ response: sent, expectedChallenge, expectedOrigin, expectedRPID },
      requireUserVerification: false,
    }).catch(() => undefined);
    if (result?.verified !== true) return undefined;
    return { ...result.registrationInfo.credential, transports: transportsIn(sent) };
  }

  /** How often the key has signed by its own count; undefined where it is not the key, or the count went back. */
  async #signedBy(
    { credentialId, publicKey, counter }: Passkey,
    response: AuthenticationResponseJSON,
    expectedChallenge: string,
    purpose: PasskeyPurpose,
  ): Promise<number | undefined> {
    const { verifyAuthenticationResponse } = await library();
    const { origin: expectedOrigin, host: expectedRPID } = this.#site;
    const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter: Number(counter) };
    const result = await verifyAuthenticationResponse({
      ...{ response, expectedChallenge, expectedOrigin, expectedRPID, credential },
      requireUserVerification: verification(purpose) === 'required',
    }).catch(() => undefined);
    return result?.verified === true ? result.authenticationInfo.newCounter : undefined;
  }

  #inUnit<T>(accountId: string, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
    const actor = { kind: 'person', accountId } as const;
    return this.database.unitOfWork({ authorityId: INSTALLATION, actor }, work);
  }
}

interface Credential {
  readonly id: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports?: readonly string[];
}

/** A passkey alone must have asked for a finger or a PIN: then it is two factors. After a password it is the second. */
const verification = (purpose: PasskeyPurpose): 'required' | 'preferred' =>
  purpose === 'sign-in' ? 'required' : 'preferred';

/** The library brings much along, and most processes never meet a passkey. */
const library = () => import('@simplewebauthn/server');

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** By which ways the key can be reached: a hint of the browser's, kept to be given back to it. */
function transportsIn({ response }: RegistrationResponseJSON): string[] {
  const given: unknown = response.transports;
  if (!Array.isArray(given)) return [];
  return given
    .filter((way): way is string => typeof way === 'string' && /^[a-z-]{1,20}$/.test(way))
    .slice(0, 8);
}
