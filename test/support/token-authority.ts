import type { ScriptedAnswer } from './scripted-server.ts';

/** What the token endpoint answers for the nth generation of a grant's tokens. */
export const tokensOf = (generation: number): Record<string, unknown> => ({
  access_token: `access-${generation}`,
  expires_in: 3600,
  refresh_token: `refresh-${generation}`,
  x_refresh_token_expires_in: 8_640_000,
  x_refresh_token_hard_expires_in: 1_000_000,
});

/** A token endpoint that rotates with every refresh and, like Intuit, gives a second one at the same time nothing. */
export class TokenAuthority {
  generation = 0;
  refreshes = 0;
  inFlight = 0;
  mostInFlight = 0;
  invalidGrants = 0;
  revoked = false;
  /** How long a refresh token still works after it was replaced. */
  graceMs = 0;
  /** Runs before the answer; what it returns replaces the answer. */
  disturb: (() => ScriptedAnswer | undefined | Promise<ScriptedAnswer | undefined>) | undefined;
  readonly #replacedAt = new Map<string, number>();

  async answer(path: string, body: string): Promise<ScriptedAnswer> {
    if (path === '/revoke') {
      this.revoked = true;
      return { body: '' };
    }
    this.inFlight += 1;
    const alone = this.inFlight === 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    const replacement = await this.disturb?.();
    this.inFlight -= 1;
    if (replacement !== undefined) return replacement;
    const token = new URLSearchParams(body).get('refresh_token') ?? '';
    if (this.revoked || !alone || !this.#isAlive(token)) {
      this.invalidGrants += 1;
      return { status: 400, body: '{"error":"invalid_grant"}' };
    }
    this.#replacedAt.set(`refresh-${this.generation}`, Date.now());
    this.refreshes += 1;
    this.generation += 1;
    return { body: JSON.stringify(tokensOf(this.generation)) };
  }

  #isAlive(token: string): boolean {
    if (token === `refresh-${this.generation}`) return true;
    const replacedAt = this.#replacedAt.get(token);
    return replacedAt !== undefined && Date.now() - replacedAt < this.graceMs;
  }
}
