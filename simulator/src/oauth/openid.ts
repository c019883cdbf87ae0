import { type KeyObject, createHash, generateKeyPairSync, sign } from 'node:crypto';

import { type Grant } from './tokens.ts';

/** Intuit's identifier, whatever address answers: clients compare the token's issuer with this text. */
export const ISSUER = 'https://oauth.platform.intuit.com/op/v1';

const LIFETIME_SECONDS = 3_600;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs who has allowed the app, for grants with the scope `openid`. The key is made when it is first needed and lives as long as the simulator. */
export class OpenId {
  #keys: { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;

  /** The id_token of a grant; undefined when `openid` was not asked for. */
  tokenFor(grant: Grant, clientId: string, nowMs: number): string | undefined {
    if (!grant.scope.split(' ').includes('openid')) return undefined;
    const { id, privateKey } = this.#pair();
    const issuedAt = Math.floor(nowMs / 1_000);
    const claims = {
      sub: userOf(grant).sub,
      aud: [clientId],
      realmid: grant.realmId,
      auth_time: issuedAt,
      iss: ISSUER,
      exp: issuedAt + LIFETIME_SECONDS,
      iat: issuedAt,
    };
    const content = `${encode({ kid: id, typ: 'JWT', alg: 'RS256' })}.${encode(claims)}`;
    return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
  }

  /** The public keys, as `jwks_uri` lists them. */
  keys(): unknown {
    const { id, publicKey } = this.#pair();
    return { keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: id }] };
  }

  #pair(): { readonly id: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
    if (this.#keys === undefined) {
      const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
      const der = pair.publicKey.export({ format: 'der', type: 'spki' });
      this.#keys = { ...pair, id: createHash('sha256').update(der).digest('base64url').slice(0, 20) };
    }
    return this.#keys;
  }
}

/** The made-up person who allowed the app, as far as the scopes let it be seen. */
export function userOf(grant: Grant): { sub: string } & Record<string, unknown> {
  const scopes = new Set(grant.scope.split(' '));
  return {
    sub: createHash('sha256').update(`user:${grant.realmId}`).digest('hex').slice(0, 36),
    ...(scopes.has('profile') ? { givenName: 'Robin', familyName: 'Sample' } : {}),
    ...(scopes.has('email') ? { email: 'robin@sample.example', emailVerified: true } : {}),
    ...(scopes.has('phone') ? { phoneNumber: '+1 555 0100', phoneNumberVerified: false } : {}),
    ...(scopes.has('address')
      ? {
          address: {
            streetAddress: '1 Main Street',
            locality: 'Mountain View',
            region: 'CA',
            postalCode: '94040',
          },
        }
      : {}),
  };
}
