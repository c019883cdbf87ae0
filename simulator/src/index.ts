/** The way into the simulator: everything else in this folder is its inside. */
export { type Clock } from './base/clock.ts';
export { SimulatorError, simulatorErrors } from './base/errors.ts';
export { type Logger, silentLogger } from './base/logger.ts';
export { faultKinds } from './control/fault-routes.ts';
export { controlRoutes } from './control/routes.ts';
export { addSimulatorOptions, readSimulatorOptions } from './options.ts';
export { type Simulator, type SimulatorOptions, defaultClient, startSimulator } from './start.ts';
export { type Switches, defaultSwitches, switchesFrom } from './world/switches.ts';
