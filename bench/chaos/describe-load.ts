import { availableParallelism, loadavg } from 'node:os'

/** How busy this machine is, as its reader sees it: `load 12.3 on 2 processors`. */
export const describeLoad = (): string =>
  `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`
