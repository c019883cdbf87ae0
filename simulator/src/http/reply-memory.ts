import { type Answer } from './answer.ts';

const KEPT = 5_000;

/** Answers to writes that bore a `requestid`, so that the same write sent again changes nothing (facts#request-id). */
export class ReplyMemory {
  readonly #answers = new Map<string, Answer>();

  get(realmId: string, requestId: string): Answer | undefined {
    return this.#answers.get(`${realmId} ${requestId}`);
  }

  keep(realmId: string, requestId: string, answer: Answer): void {
    this.#answers.set(`${realmId} ${requestId}`, answer);
    const oldest = this.#answers.size > KEPT ? this.#answers.keys().next().value : undefined;
    if (oldest !== undefined) this.#answers.delete(oldest);
  }
}
