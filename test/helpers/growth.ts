/** How much longer four times as much may take: growing with the square, it takes sixteen times as long. */
export const maxGrowth = 9
/** A machine that is busy with other things makes some times long, but hardly all. */
export const tries = 4

/** Milliseconds of processor time that something takes. */
export async function processorTimeOf(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How many times as long something takes as with a quarter of its size: the first that may be, or else the last of some tries. */
export async function growthOf(act: (size: number) => unknown, size: number): Promise<number> {
  const timeOf = (part: number) => processorTimeOf(() => act(part))
  // By then it is compiled.
  await timeOf(size / 4)
  for (let tried = 1; ; tried += 1) {
    const growth = (await timeOf(size)) / (await timeOf(size / 4))
    if (growth < maxGrowth || tried === tries) return growth
  }
}
