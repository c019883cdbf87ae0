import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/**
 * Compresses answers that gain by it; streams of events are left alone. Bodies of requests are never unpacked: a small
 * one could hold a very large one.
 */
export async function installCompression(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip', 'identity'],
    threshold: 1024,
    // As fast as rows come out of PostgreSQL; the highest level would hold an export up.
    zlibOptions: { level: 4 },
    customTypes:
      /^text\/(?!event-stream)|^application\/(?:.*\+)?(?:json|x-ndjson|javascript)(?:;|$)|^image\/svg/,
    globalDecompression: false,
  });
}
