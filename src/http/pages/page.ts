import type { FastifyReply } from 'fastify';

export type Page = {
  readonly status: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Our error code, for whoever is asked for help. */
  readonly code?: string | undefined;
  readonly link?: { readonly href: string; readonly text: string } | undefined;
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text harmless inside an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1.25rem;color:#1a1b1e}' +
  'h1{font-size:1.5rem}a{color:#0b6bcb}code{color:#5c5f66;font-size:.85rem}' +
  '@media(prefers-color-scheme:dark){body{background:#1a1b1e;color:#e6e6e6}a{color:#74b8ff}code{color:#a6a7ab}}';

function render(page: Page): string {
  const paragraphs = page.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`);
  const link =
    page.link === undefined
      ? []
      : [`<p><a href="${escapeHtml(page.link.href)}">${escapeHtml(page.link.text)}</a></p>`];
  const code = page.code === undefined ? [] : [`<p><code>${escapeHtml(page.code)}</code></p>`];
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(page.title)} · Ledger Mirror</title><style>${style}</style></head>`,
    `<body><main><h1>${escapeHtml(page.title)}</h1>`,
    ...paragraphs,
    ...link,
    ...code,
    '</main></body></html>',
  ].join('\n');
}

/** Sends a small page of plain HTML, for the moments when the dashboard is not there to say it. */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  return reply.code(page.status).type('text/html; charset=utf-8').send(render(page));
}
