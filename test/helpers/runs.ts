/**
 * How many values a property is tried with: as many as it asks for in `npm test`, a fifth of them in the fast lane.
 * `vitest.config.ts` sets the share.
 */
export const runs = (all: number): number => Math.ceil(all * Number(process.env.TEST_RUNS_SHARE ?? 1))
