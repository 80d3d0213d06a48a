import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/index.js';

/** Where a message leads: addresses of this installation's own pages. */
@Injectable()
export class Addresses {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param path from the root, such as `/my/interests` */
  of(path: `/${string}`): string {
    return `${this.config.publicUrl}${path}`;
  }
}
