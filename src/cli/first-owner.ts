import type { Access } from '../access/access.ts';
import { hasOwner } from '../access/users.ts';
import { isAppError } from '../base/errors.ts';
import type { Logger } from '../base/logger.ts';
import type { Config } from '../config/derive.ts';
import { configError } from '../config/errors.ts';
import { assertLoopback } from '../http/listen.ts';
import { linkUrl } from '../http/routes/users.ts';
import type { Queryable } from '../postgres/database.ts';
import { signsInAtOnce } from './compose.ts';

/**
 * Makes the first owner out of the settings, and refuses an address that others can reach while nobody protects it.
 * @throws AppError HTTP_NOT_LOOPBACK, CONFIG_INVALID for a password that is guessed early
 */
export async function prepareOwner(access: Access, config: Config, logger: Logger): Promise<void> {
  const { adminEmail, adminPassword } = config;
  if (adminEmail !== undefined && adminPassword !== undefined) {
    const made = await access.signIn
      .createFirstOwner({ email: adminEmail, password: adminPassword.reveal() })
      .catch((error: unknown) => {
        throw isAppError(error, 'ACCESS_PASSWORD_WEAK') ? weakPassword(error) : error;
      });
    if (made) logger.info('first owner created from ADMIN_EMAIL');
  }
  if (!(await access.hasOwner())) assertLoopback(config.host);
}

const weakPassword = (cause: Error): Error =>
  configError('CONFIG_INVALID', {
    cause,
    text: 'ADMIN_PASSWORD is among the first passwords that somebody would guess. Take several words that have nothing to do with each other, or one that a password manager makes.',
  });

/**
 * The link with which the first owner is made; undefined where nobody needs one. It opens everything, so it is shown
 * on the screen and never goes through the logger.
 */
export async function makeSetUpLink(
  db: Queryable,
  access: Access,
  config: Config,
): Promise<string | undefined> {
  if (signsInAtOnce(config) || (await hasOwner(db))) return undefined;
  return linkUrl(config.publicUrl, await access.links.create('set_up', undefined));
}
