/** How much of its full size a measure is to have: `npm run bench -- sync-backfill --scale 0.05` to try it out. */
export const scale = Number(/--scale[= ]([\d.]+)/.exec(process.argv.join(' '))?.[1] ?? 1);
