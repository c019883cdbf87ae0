import { readEnvironment } from './environment.ts';
import { reportError } from './print-error.ts';
import { runCommandLine } from './program.ts';
import { guardTerminal, processTerminal } from './terminal.ts';

const terminal = guardTerminal(processTerminal());
const words = process.argv.slice(2);
let debug = /^(debug|trace)$/i.test(process.env['LOG_LEVEL'] ?? '');

// A reader that has seen enough (`| head`), or a terminal that was closed, is no failure. The command goes on to its
// own end, because it may have a database server to stop; long-running ones end there, see lifetime.ts.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

let exitCode = 0;
try {
  const { env, notices } = readEnvironment();
  debug = /^(debug|trace)$/i.test(env['LOG_LEVEL'] ?? '');
  await runCommandLine(words, terminal, env, notices);
} catch (error) {
  const report = reportError(error, { json: words.includes('--json'), debug });
  for (const line of report.lines) terminal.err(line);
  exitCode = report.exitCode;
}
// Ending explicitly: a library's forgotten timer must not keep a finished command alive.
// Output to a pipe is asynchronous on some platforms, so wait until it is written.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
