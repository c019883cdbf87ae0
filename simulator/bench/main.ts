// `npm run bench [-- part]`: runs the other parts of this folder, one after the other, and prints their figures.
// `npm run bench` of the folder above runs them too, and publishes them.
import { run as million } from './million.ts';
import { run as simulator } from './simulator.ts';

const parts = { million, simulator };
const wanted = process.argv[2];

for (const [part, run] of Object.entries(parts)) {
  if (wanted !== undefined && wanted !== part) continue;
  console.log(part);
  console.table(await run());
}
process.exit(0);
