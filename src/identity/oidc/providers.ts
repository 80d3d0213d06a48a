import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as client from 'openid-client';
import { CONFIG, type Config, type OidcSetting } from '../../platform/config/index.js';

/** A provider whose description has been read. */
export interface KnownProvider {
  readonly setting: OidcSetting;
  /** As it writes it itself, with or without a last slash. */
  readonly issuer: string;
  readonly configuration: client.Configuration;
  /** Its keys, read when one is needed and kept for ten minutes. */
  readonly keys: JWTVerifyGetKey;
}

const TEN_SECONDS = 10;

/**
 * The OpenID providers of this installation. Each is asked for its description when it is first needed, so that one which
 * is away keeps nobody else from signing in, and asked again until it answers.
 */
@Injectable()
export class Providers {
  readonly #settings: readonly OidcSetting[];
  readonly #known = new Map<string, Promise<KnownProvider>>();
  readonly #production: boolean;

  constructor(@Inject(CONFIG) config: Config) {
    this.#settings = config.oidc;
    this.#production = config.production;
  }

  /** The buttons of the sign-in page. */
  list(): readonly Pick<OidcSetting, 'id' | 'name'>[] {
    return this.#settings;
  }

  /**
   * The provider with this id; undefined when there is none.
   * @throws what openid-client throws when it cannot be reached, or says that it is another one
   */
  async find(id: string): Promise<KnownProvider | undefined> {
    const setting = this.#settings.find((each) => each.id === id);
    return setting === undefined ? undefined : this.#describe(setting);
  }

  /** The id of the provider that began a session; undefined when there is none any more. */
  idOfIssuer(issuer: string | undefined): string | undefined {
    return this.#settings.find((each) => isSameIssuer(each.issuer, issuer))?.id;
  }

  /** The provider with this issuer; undefined when there is none. Throws as `find`. */
  async findByIssuer(issuer: unknown): Promise<KnownProvider | undefined> {
    const setting = this.#settings.find((each) => isSameIssuer(each.issuer, issuer));
    return setting === undefined ? undefined : this.#describe(setting);
  }

  #describe(setting: OidcSetting): Promise<KnownProvider> {
    const known = this.#known.get(setting.id);
    if (known !== undefined) return known;
    const asked = this.#ask(setting);
    this.#known.set(setting.id, asked);
    // What failed is asked anew by the next who wants to sign in.
    asked.catch(() => this.#known.delete(setting.id));
    return asked;
  }

  async #ask(setting: OidcSetting): Promise<KnownProvider> {
    // Without the check of signatures a token is believed for the connection it came by, as the standard allows.
    const execute = [client.enableNonRepudiationChecks];
    // Plain http is refused in production by the configuration already.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so to stand out; a provider on this machine has no TLS
    if (!this.#production) execute.push(client.allowInsecureRequests);
    const configuration = await client.discovery(
      new URL(setting.issuer),
      setting.clientId,
      setting.clientSecret,
      undefined,
      { execute, timeout: TEN_SECONDS },
    );
    const { issuer, jwks_uri: keys } = configuration.serverMetadata();
    if (keys === undefined) throw new Error('The OpenID provider names no keys.');
    return { setting, issuer, configuration, keys: createRemoteJWKSet(new URL(keys)) };
  }
}

function isSameIssuer(written: string, said: unknown): boolean {
  return typeof said === 'string' && URL.canParse(said) && new URL(said).href === new URL(written).href;
}
