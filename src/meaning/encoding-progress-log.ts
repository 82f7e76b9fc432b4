/** Says how far encoding is, every so often, and at its end if it has said so before. */
export function createEncodingProgressLog(
  write: (line: string) => void,
  everyMs: number,
): (done: number, total: number) => void {
  let saidAt = performance.now()
  let hasSaid = false
  return (done, total) => {
    const isDue = performance.now() >= saidAt + everyMs
    if (!(done === total ? hasSaid : isDue)) return
    saidAt = performance.now()
    hasSaid = true
    write(
      `Encoding the notes' meaning: ${done.toLocaleString('en')} of ${total.toLocaleString('en')} passages …`,
    )
  }
}
