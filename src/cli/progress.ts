import type { Writable } from 'node:stream'

const width = 30

/** A line that shows how far an import or a download is, redrawn in place a few times a second; nothing if there is no terminal. */
export function createProgress(output: Writable & { readonly isTTY?: boolean }) {
  let drawnAt = 0
  let isDrawn = false
  const draw = (share: number, label: string) => {
    if (!output.isTTY || Date.now() - drawnAt < 100) return
    drawnAt = Date.now()
    isDrawn = true
    const done = Math.round(share * width)
    output.write(
      `\r\u001b[K[${'#'.repeat(done)}${'-'.repeat(width - done)}] ${Math.round(share * 100)} % ${label}`,
    )
  }
  return {
    fetching: (share: number, label: string) => draw(share, `fetched, ${label}`),
    reading: (share: number, talks: number) => draw(share, `read, ${talks.toLocaleString('en')} talks`),
    writing: (done: number, events: number) => draw(done / events, `written, ${done} of ${events} events`),
    clear: () => {
      if (isDrawn) output.write('\r\u001b[K')
      isDrawn = false
    },
  }
}
