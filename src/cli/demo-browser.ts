import { cliError } from './errors.ts';

export type BrowserOptions = {
  readonly company: { readonly realmId: string; readonly name: string };
  /** Where our server listens. */
  readonly localUrl: string;
  /** Where browsers believe it is; may be out of reach from this machine. */
  readonly publicUrl: string;
  /** How the browser is known to our server, where it is not the demo's own computer. */
  readonly authorization?: string;
  readonly signal?: AbortSignal;
};

const MOST_REDIRECTS = 5;

/**
 * Grants access to one simulated company the way a person does: our authorize address, the simulator's consent page,
 * its form, and back to our callback with the cookie that was set on the way. Nothing is short-cut.
 * @throws AppError CLI_DEMO_CONNECT_FAILED
 */
export async function connectThroughBrowser(options: BrowserOptions): Promise<void> {
  const visit = createVisitor(options);
  const consent = await visit(`${options.publicUrl}/v1/oauth/authorize/qbo`);
  const form = readForm(await consent.text());
  if (!consent.ok || form === undefined) throw failure(options, 'consent page', consent.status);
  const body = new URLSearchParams(form.hidden);
  body.set('realmId', options.company.realmId);
  body.set('decision', 'allow');
  // The way back ends on the dashboard with the company's number; everything else is a page that explains a failure.
  const end = await visit(new URL(form.action, consent.address).href, body);
  await end.arrayBuffer();
  if (new URL(end.address).searchParams.get('connected') !== options.company.realmId) {
    throw failure(options, 'callback', end.status);
  }
}

type Visited = Response & { readonly address: string };

/** Follows redirects itself, because `fetch` keeps no cookies. */
function createVisitor(
  options: BrowserOptions,
): (address: string, form?: URLSearchParams) => Promise<Visited> {
  const cookies = new Map<string, string>();
  const { localUrl, publicUrl } = options;
  return async (address, form) => {
    let target = address;
    let body = form;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const isOurs = new URL(target).origin === new URL(publicUrl).origin;
      const local = isOurs ? localUrl + target.slice(new URL(publicUrl).origin.length) : target;
      const answer = await fetch(local, {
        redirect: 'manual',
        headers: isOurs
          ? {
              cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
              ...(options.authorization !== undefined && { authorization: options.authorization }),
            }
          : {},
        ...(body === undefined ? {} : { method: 'POST', body }),
        signal: AbortSignal.any([
          AbortSignal.timeout(30_000),
          ...(options.signal === undefined ? [] : [options.signal]),
        ]),
      });
      if (isOurs) for (const cookie of answer.headers.getSetCookie()) keep(cookies, cookie);
      const location = answer.headers.get('location');
      if (location === null || answer.status < 300 || answer.status > 399)
        return Object.assign(answer, { address: target });
      await answer.arrayBuffer();
      target = new URL(location, target).href;
      body = undefined;
    }
    throw failure(options, 'redirects', undefined);
  };
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = ''] = header.split(';', 1);
  const equals = pair.indexOf('=');
  if (equals > 0) cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
}

/** The simulator's page is ours and plain; a person's browser reads any page. */
function readForm(
  html: string,
): { readonly action: string; readonly hidden: Record<string, string> } | undefined {
  const action = /<form[^>]* action="([^"]*)"/.exec(html)?.[1];
  if (action === undefined) return undefined;
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return {
    action: unescape(action),
    hidden: Object.fromEntries(
      [...inputs].map(([, name = '', value = '']) => [unescape(name), unescape(value)]),
    ),
  };
}

function unescape(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

function failure({ company }: BrowserOptions, step: string, status: number | undefined): Error {
  return cliError('CLI_DEMO_CONNECT_FAILED', {
    details: { company: company.name, step, ...(status === undefined ? {} : { httpStatus: status }) },
  });
}
