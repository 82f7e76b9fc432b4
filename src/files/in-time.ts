/** How long a disk may take for one answer, in seconds: one that is gone from the network may never give any. */
const maxSeconds = 20

/** What a disk answers. Throws what that throws; the code is `ETIMEDOUT` if the disk does not answer. */
export async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    let seconds = 0
    // In small steps: while this thread works, no answer of a disk is heard, and that is not the disk's fault.
    timer = setInterval(() => {
      seconds += 1
      if (seconds === maxSeconds)
        reject(Object.assign(new Error(`no answer within ${maxSeconds} s`), { code: 'ETIMEDOUT' }))
    }, 1000)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearInterval(timer)
  }
}
