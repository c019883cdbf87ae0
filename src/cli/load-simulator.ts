import { defineErrors, type ErrorRow } from '../base/errors.ts';

// The composition root decides whether there is a simulator, so the road begins here and nowhere else.
// oxlint-disable-next-line no-restricted-imports
const importSimulator = () => import('../../simulator/src/index.ts');

type SimulatorModule = Awaited<ReturnType<typeof importSimulator>>;
type Code = keyof SimulatorModule['simulatorErrors'];

let loading: Promise<SimulatorModule> | undefined;

/**
 * The one road to the simulator, which is a program of its own: loaded only when somebody asks for it, so that with real
 * keys not a line of it runs. What it throws by its own words is told as an error of ours, with the same code and sentence.
 */
export function loadSimulator(): Promise<SimulatorModule> {
  return (loading ??= load());
}

async function load(): Promise<SimulatorModule> {
  const simulator = await importSimulator();
  const rows = Object.fromEntries(
    Object.entries(simulator.simulatorErrors).map(([code, text]): [string, ErrorRow] => [
      code,
      { owner: 'operator', next: 'give-up', httpStatus: 500, text },
    ]),
  ) as Record<Code, ErrorRow>;
  const simulatorError = defineErrors(rows);
  return {
    ...simulator,
    startSimulator: async (options) => {
      try {
        return await simulator.startSimulator(options);
      } catch (cause) {
        if (!(cause instanceof simulator.SimulatorError)) throw cause;
        throw simulatorError(cause.code, { cause, details: cause.details });
      }
    },
  };
}
