import { expect } from 'vitest';

/** A browser with one cookie or two, which does not follow redirects by itself. */
export class Browser {
  cookie = '';
  /** The cookie of a session, which it keeps beside. */
  signedInBy: string | undefined;
  authorization: string | undefined;

  async get(url: string): Promise<Response> {
    const cookies = [this.cookie, this.signedInBy ?? ''].filter((cookie) => cookie !== '');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
        ...(this.authorization !== undefined && { authorization: this.authorization }),
      },
    });
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';', 1)[0] ?? '';
    return answer;
  }

  /** Opens the consent page. Returns its address. */
  async authorize(on: { readonly url: string }, query = ''): Promise<URL> {
    const answer = await this.get(`${on.url}/v1/oauth/authorize/qbo${query}`);
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('location') ?? '');
  }

  /** Decides on the simulator's consent page. Returns where it sends the browser. */
  async decide(consent: URL, decision: 'allow' | 'refuse', realmId: string): Promise<URL> {
    const form = new URLSearchParams(consent.searchParams);
    form.set('decision', decision);
    form.set('realmId', realmId);
    const answer = await fetch(`${consent.origin}${consent.pathname}`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    return new URL(answer.headers.get('location') ?? '');
  }
}

/** The page an attempt to connect ends on: its status, its error's code, its words. */
export async function expectPage(
  answer: Response,
  status: number,
  code: string,
  words: RegExp,
): Promise<string> {
  const html = await answer.text();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(html).toContain(`<code>${code}</code>`);
  expect(html).toMatch(words);
  expect(html).toContain('<a href="/">Back to the dashboard</a>');
  expect(html).not.toContain('<script');
  return html;
}
