import type { Socket } from 'node:net';
import pg from 'pg';
import { databaseError } from './errors.ts';

export type ClientSettings = pg.ClientConfig & {
  /** The server has to prove by SCRAM that it knows the password, which then is not sent in any form. @default no */
  readonly requireScram?: boolean;
};

/** How pg answers what a server says before it lets us in; its own names. */
type Handlers = Record<
  '_handleAuthCleartextPassword' | '_handleAuthMD5Password' | '_handleAuthSASLFinal' | '_handleReadyForQuery',
  (this: pg.Client, message: unknown) => void
>;

type Inside = { readonly saslSession: unknown; readonly connection: { readonly stream: Socket } };

const handlers = pg.Client.prototype as unknown as Handlers;

/**
 * A connection of pg that, where it is asked to, speaks with nobody but the server itself: pg sends the password in
 * clear to whoever asks for it, and believes whoever asks for none. On loopback that is whoever got the port first.
 * @throws AppError DATABASE_IMPOSTOR from `connect`
 */
export class Client extends pg.Client {
  readonly #mustProve: boolean;
  #proven = false;

  constructor(settings: ClientSettings) {
    super(settings);
    this.#mustProve = settings.requireScram === true;
  }

  _handleAuthCleartextPassword(message: unknown): void {
    if (this.#mustProve) this.#refuse();
    else handlers._handleAuthCleartextPassword.call(this, message);
  }

  _handleAuthMD5Password(message: unknown): void {
    if (this.#mustProve) this.#refuse();
    else handlers._handleAuthMD5Password.call(this, message);
  }

  _handleAuthSASLFinal(message: unknown): void {
    const inside = this as unknown as Inside;
    const began = Boolean(inside.saslSession);
    handlers._handleAuthSASLFinal.call(this, message);
    // pg forgets the exchange when the server's signature was right.
    this.#proven = began && inside.saslSession === null;
  }

  _handleReadyForQuery(message: unknown): void {
    if (this.#mustProve && !this.#proven) this.#refuse();
    else handlers._handleReadyForQuery.call(this, message);
  }

  #refuse(): void {
    (this as unknown as Inside).connection.stream.destroy(databaseError('DATABASE_IMPOSTOR'));
  }
}
