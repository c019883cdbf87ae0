/** The way into the simulator for whoever composes programs: everything else in this folder is its inside. */
export { type Simulator, defaultClient, startSimulator } from './start.ts';
export { switchesFrom } from './switches.ts';
