import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { httpError } from '../errors.ts';
import { sendProblem } from '../error-handler.ts';
import { sendPage } from '../pages/page.ts';

export type DashboardOptions = { readonly dashboardDir: string };

const indexFile = 'index.html';

/** A person following a link, as opposed to a program or a page asking for data. */
function isNavigation(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = request.url.split('?', 1)[0] ?? '';
  if (path === '/v1' || path.startsWith('/v1/') || path.startsWith('/assets/')) return false;
  return request.headers.accept?.includes('text/html') ?? false;
}

/** Serves the built dashboard; addresses its router knows (any that is no file) get its first page. */
export async function installDashboard(app: FastifyInstance, options: DashboardOptions): Promise<void> {
  const root = options.dashboardDir;
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    // What the build notes for itself is nobody's business.
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      // Vite names these files after a hash of their content; every other name is used again by the next build.
      const hashed = path.startsWith(join(root, 'assets') + sep);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply): FastifyReply => {
    if (!isNavigation(request)) return sendProblem(reply, httpError('HTTP_NOT_FOUND'));
    if (existsSync(join(root, indexFile))) return reply.sendFile(indexFile);
    const { code, row } = httpError('HTTP_DASHBOARD_NOT_BUILT');
    return sendPage(reply, {
      status: row.httpStatus,
      title: 'The dashboard is missing',
      code,
      paragraphs: [row.text, 'The API under /v1 works without it.'],
    });
  });
}
